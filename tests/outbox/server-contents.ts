import type { Dovecot } from '#testing/dovecot.ts'
import { openImap } from '#modules/mail/server/sync/imap/open-imap.ts'

/** Every message of every mailbox that is not empty, as the server has it: the id it was written with, and its flags. */
export async function serverContents({ dovecot }: { dovecot: Dovecot }): Promise<Record<string, string[]>> {
  const auth = { user: 'alice', pass: 'secret' }
  const store = await openImap({ host: '127.0.0.1', port: dovecot.port, security: 'none', auth })
  try {
    const all: Record<string, string[]> = {}
    for (const { path } of await store.listMailboxes()) {
      await store.open(path, { readOnly: true })
      const messages: string[] = []
      for await (const { flags, messageId } of store.overview(await store.listUids())) {
        const shown = flags.filter((flag) => flag !== '\\Recent').sort()
        messages.push([messageId?.split('@')[0] ?? '', ...shown].join(' '))
      }
      if (messages.length > 0) all[path] = messages.sort()
    }
    return all
  } finally {
    await store.close()
  }
}
