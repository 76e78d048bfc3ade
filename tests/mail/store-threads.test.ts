import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readArchive } from '#modules/mail/server/archive/read-archive.ts'
import { canonicalSource } from '#modules/mail/server/archive/canonical-source.ts'
import { createHash } from 'node:crypto'
import { agreement } from '../threads/agreement.ts'
import { Dovecot, dovecotMissing } from '../threads/dovecot.ts'
import { samplesMissing } from '../threads/sample-messages.ts'
import { importBytes, openMailApp, rows } from './mail-app.ts'

const missing = samplesMissing() ?? dovecotMissing()
const folder = join(process.env.DAYBOOK_SAMPLES ?? join(process.cwd(), '../shared/samples'), 'mail')

describe.skipIf(missing !== null)(
  `threads of the store beside Dovecot's THREAD=REFS${missing ? ` (not run: ${missing})` : ''}`,
  () => {
    it('join the same pairs of 20,000 messages, and counts and lists say so', async () => {
      await using app = await openMailApp()
      const bytes = Buffer.concat(
        ['openbmc-4000.mbox.gz', 'openbmc-next-16000.mbox.gz'].map((name) => readFileSync(join(folder, name))),
      )
      expect(await importBytes(app, bytes, { name: 'openbmc.mbox.gz' })).toMatchObject({
        state: 'done',
        seen: 20_000,
        stored: 20_000,
      })

      const threadOf = new Map(
        (await rows(app, 'SELECT hash, thread_id FROM mail_message')).map(({ hash, thread_id }) => [
          String(hash),
          String(thread_id),
        ]),
      )
      const messages: Buffer[] = []
      const ours: string[] = []
      for await (const { source } of readArchive(oneChunk(gunzipSync(bytes)), { name: 'openbmc.mbox' })) {
        ours.push(threadOf.get(createHash('sha256').update(canonicalSource(source)).digest('hex'))!)
        const header = Buffer.from(source)
        messages.push(header.subarray(0, header.indexOf('\n\n') + 2))
      }
      const theirs = await dovecotThreads(messages)
      const { share, both, either } = agreement(ours, theirs)
      expect(share, `${both} of ${either} pairs`).toBeGreaterThanOrEqual(0.995)
      const places = await rows(
        app,
        "SELECT COUNT(*) AS threads, SUM(messages) AS messages FROM mail_thread_place WHERE place = 'inbox'",
      )
      expect(places).toEqual([{ threads: new Set(ours).size, messages: 20_000 }])
    }, 300_000)
  },
)

async function* oneChunk(bytes: Uint8Array) {
  yield bytes
}

async function dovecotThreads(messages: Uint8Array[]): Promise<number[]> {
  await using dovecot = await Dovecot.start(messages)
  const threads = new Array<number>(messages.length).fill(-1)
  for (const [n, members] of (await dovecot.threads()).entries()) for (const member of members) threads[member - 1] = n
  return threads
}
