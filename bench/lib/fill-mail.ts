import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rounded } from './check.ts'
import type { DaybookProcess } from './daybook-process.ts'
import { indexMerged } from './index-merged.ts'
import { importState, uploadMail } from './mail-upload.ts'
import { say } from './say.ts'
import { writeMbox, type ZipfMail } from './zipf-mail.ts'

/** Imports every archive as people do, and waits until all of it is found. */
export async function fillMail(daybook: DaybookProcess, mail: ZipfMail, folder: string): Promise<void> {
  const done = join(folder, 'imported')
  if (existsSync(done)) return
  const started = performance.now()
  for (const { label, messages, mbox } of mail.archives()) {
    const path = join(folder, `${label ?? 'mail'}-${messages}.mbox`)
    if (!existsSync(path)) await writeMbox(path, mbox)
    const { id: uploadId } = await uploadMail(daybook, [path])
    const { import: id } = await daybook.call<{ import: string }>('POST', '/imports/mail', {
      uploadId,
      ...(label !== null && { label }),
    })
    let state = await importState(daybook, id)
    for (; !ENDS.has(state.state); state = await importState(daybook, id))
      await new Promise((resolve) => setTimeout(resolve, 500))
    if (state.state !== 'done' || state.stored !== messages)
      throw new Error(`${messages} messages were imported as ${JSON.stringify(state)}`)
  }
  say(`imported in ${rounded((performance.now() - started) / 1000)} s`)
  if (!process.env.DAYBOOK_DATABASE_URL) await indexMerged(join(folder, 'data'))
  if (process.env.DAYBOOK_BENCH_KEEP) await writeFile(done, '')
}

const ENDS = new Set(['done', 'failed', 'cancelled'])
