import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Indexes the Maildir `mail` of a folder from nothing with `notmuch new`, under a configuration of its own. */
export async function timeNotmuchNew(folder: string): Promise<{ seconds: number; messages: number }> {
  const mail = join(folder, 'mail')
  const config = join(folder, 'notmuch-config')
  await rm(join(mail, '.notmuch'), { recursive: true, force: true })
  await writeFile(
    config,
    `[database]\npath=${mail}\n[user]\nname=Bench\nprimary_email=bench@example.test\n[new]\ntags=inbox\n[search]\nexclude_tags=\n`,
  )
  const env = { ...process.env, HOME: folder, NOTMUCH_CONFIG: config }
  const started = performance.now()
  await run('notmuch', ['new', '--quiet', '--no-hooks'], { env, maxBuffer: 64 * 1024 * 1024 })
  const seconds = (performance.now() - started) / 1000
  const { stdout } = await run('notmuch', ['count', '*'], { env })
  return { seconds, messages: Number(stdout) }
}
