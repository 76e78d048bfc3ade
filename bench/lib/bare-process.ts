import { join } from 'node:path'
import { root, runtime } from './project.ts'
import { spawned } from './spawned.ts'

/** The bare server with its own table of tasks, on the core that Daybook is measured on. */
export async function startBareServer(
  folder: string,
  rows: number,
): Promise<{ url: string; token: string; id: string; pid: number } & AsyncDisposable> {
  const token = `bare_${crypto.randomUUID()}`
  const process = spawned([runtime, join(root, 'bench/peers/bare-server.ts'), folder, token, String(rows)], {
    core: 0,
    cwd: root,
  })
  const [, url, id] = /at (\S+) with (\S+)/.exec(await process.line('Bare server'))!
  return { url: url!, token, id: id!, pid: process.pid, [Symbol.asyncDispose]: () => process[Symbol.asyncDispose]() }
}
