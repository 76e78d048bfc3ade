import { createReadStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readArchive } from '#modules/mail/server/archive/read-archive.ts'

/** Writes the messages of mboxes as a Maildir, in order; answers how many. */
export async function writeMaildir(folder: string, mboxes: readonly string[]): Promise<number> {
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(folder, 'mail', part), { recursive: true })
  let count = 0
  for (const path of mboxes) {
    for await (const { source, failure } of readArchive(createReadStream(path), { name: basename(path) })) {
      if (failure) throw new Error(`${path}: ${failure.reason}`)
      await writeFile(join(folder, 'mail', 'cur', `${String(count++).padStart(6, '0')}.bench:2,S`), source)
    }
  }
  return count
}
