import { uuidv7 } from '#base/ids.ts'
import type { CommandContext } from '#kernel/context.ts'
import type { IdentityTables } from '../database.ts'
import { sendMail } from './send-mail-job.ts'

/** What a mail says. It is written as text and as simple HTML. */
export interface MailContent {
  to: string
  subject: string
  /** Paragraphs of plain text. */
  lines: string[]
  /** A path of the web app, with its secret in the fragment, and what its button says. */
  link?: { path: string; label: string }
}

type Queueing = Pick<CommandContext<IdentityTables>, 'db' | 'sealer' | 'enqueue' | 'now'>

/**
 * Puts a mail into the outbox, in the command's own transaction; answers its id. What it says is sealed until it is
 * sent, since it holds a secret, and erased afterwards. `kind` names it in the log, as `reset`.
 */
export async function queueMail(context: Queueing, kind: string, content: MailContent): Promise<string> {
  const id = uuidv7()
  await context.db
    .insertInto('identity_mail')
    .values({
      id,
      kind,
      sealed: context.sealer.seal(JSON.stringify(content), mailPlace(id)),
      state: 'queued',
      created_at: context.now(),
      sent_at: null,
    })
    .execute()
  await context.enqueue(sendMail, { id }, { key: id })
  return id
}

/** Where a sealed mail belongs. */
export function mailPlace(id: string): string {
  return `identity_mail.sealed.${id}`
}
