import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { hasProgram } from './project.ts'

const run = promisify(execFile)

export const hasMbsync = (): boolean => hasProgram('mbsync')
export const NO_MBSYNC = 'mbsync is not here: apt-get install isync'

/** Copies the INBOX of `alice` with `mbsync` as it is set by default, into a folder of its own; answers milliseconds. */
export async function mbsync(port: number, folder: string): Promise<number> {
  await mkdir(join(folder, 'mail'), { recursive: true })
  const config = join(folder, 'mbsyncrc')
  await writeFile(
    config,
    `IMAPAccount server
Host 127.0.0.1
Port ${port}
User alice
Pass secret
SSLType None
AuthMechs LOGIN

IMAPStore far
Account server

MaildirStore near
Path ${folder}/mail/
Inbox ${folder}/mail/INBOX

Channel mail
Far :far:
Near :near:
Patterns INBOX
Create Near
Sync Pull
SyncState *
`,
  )
  const started = performance.now()
  await run('mbsync', ['-q', '-c', config, 'mail'])
  return performance.now() - started
}
