import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'

import { canonicalSource } from '#modules/mail/server/archive/canonical-source.ts'
import { readArchive } from '#modules/mail/server/archive/read-archive.ts'
import { messageIds } from '#modules/mail/server/threading/message-ids.ts'
import { linkedIds, type ThreadedMessage } from '#modules/mail/server/threading/plan-threads.ts'

/** A message of the sample mailboxes: its header, and what threading reads of it. */
export interface SampleMessage extends ThreadedMessage {
  header: Buffer
}

const folder = join(process.env.DAYBOOK_SAMPLES ?? join(process.cwd(), '../shared/samples'), 'mail')
const mailboxes = ['openbmc-4000.mbox.gz', 'openbmc-next-16000.mbox.gz'].map((name) => join(folder, name))

/** Why the sample mailboxes cannot be read; null where they can. */
export function samplesMissing(): string | null {
  return mailboxes.every((path) => existsSync(path)) ? null : 'The sample mailboxes are not here (DAYBOOK_SAMPLES)'
}

/** The 20,000 sample messages in shipped order. */
export async function sampleMessages(): Promise<SampleMessage[]> {
  const messages: SampleMessage[] = []
  for (const path of mailboxes) {
    for await (const { source } of readArchive(createReadStream(path), { name: path })) messages.push(toSample(source))
  }
  return messages
}

function toSample(source: Uint8Array): SampleMessage {
  const bytes = canonicalSource(source)
  const end = bytes.indexOf('\r\n\r\n')
  const header = end < 0 ? bytes : bytes.subarray(0, end + 4)
  const unfolded = header.toString('latin1').replace(/\r\n(?=[ \t])/g, '')
  const ids = (name: string): string[] => messageIds(new RegExp(`^${name}:(.*)$`, 'im').exec(unfolded)?.[1])
  return {
    header,
    messageId: ids('Message-ID')[0] ?? null,
    linked: linkedIds(ids('References'), ids('In-Reply-To')),
  }
}
