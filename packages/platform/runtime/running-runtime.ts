/** The runtime this process runs on. */
export interface RunningRuntime {
  name: 'Bun' | 'Node'
  version: string
}

/** Which runtime runs, with its version. Bun names a version of Node too, so it is asked first. */
export function runningRuntime(
  { bun, node }: { bun?: string | undefined; node: string } = process.versions,
): RunningRuntime {
  return bun === undefined ? { name: 'Node', version: node } : { name: 'Bun', version: bun }
}
