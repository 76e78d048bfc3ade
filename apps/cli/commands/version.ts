import { runningRuntime } from '#platform/runtime/running-runtime.ts'
import packageFile from '../../../package.json' with { type: 'json' }
import type { GlobalOptions } from '../arguments/global-options.ts'

/** `daybook version`, `daybook --version`. */
export async function run(_argv: string[], { json }: GlobalOptions): Promise<void> {
  const { version } = packageFile
  const runtime = runningRuntime()
  console.log(json ? JSON.stringify({ version, runtime }) : `${version} on ${runtime.name} ${runtime.version}`)
}
