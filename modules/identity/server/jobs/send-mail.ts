import { job } from '#kernel/handlers.ts'
import type { MailContent } from '../mail/queue-mail.ts'
import { mailPlace } from '../mail/queue-mail.ts'
import { renderMail } from '../mail/render-mail.ts'
import { sendMail, settleMail, takeMail } from '../mail/send-mail-job.ts'

export default job(sendMail, async ({ input: { id }, attempt, call, ports }) => {
  const { mailer, sealer, site } = ports
  if (!mailer.configured) {
    await call(settleMail, { id, state: 'not-configured' })
    return { state: 'not-configured' }
  }
  const { sealed } = await call(takeMail, { id })
  if (sealed === null) return { state: 'over' }

  const content = JSON.parse(sealer.open(sealed, mailPlace(id))) as MailContent
  const { to, subject } = content
  try {
    await mailer.send({ id, to, subject, ...renderMail(content, site.publicUrl ?? 'http://localhost') })
  } catch (cause) {
    await call(settleMail, {
      id,
      state: wasRefused(cause) ? (attempt < sendMail.attempts ? 'queued' : 'failed') : 'uncertain',
    })
    if (wasRefused(cause)) throw cause
    return { state: 'uncertain' }
  }
  await call(settleMail, { id, state: 'sent' })
  return { state: 'sent' }
})

/** Whether the server certainly did not take the mail: it answered no, or nobody ever got as far as the message. */
function wasRefused(cause: unknown): boolean {
  const { responseCode, code, command } = cause as { responseCode?: unknown; code?: unknown; command?: unknown }
  if (typeof responseCode === 'number') return true
  return code === 'ECONNECTION' || code === 'EDNS' || code === 'EAUTH' || code === 'ETLS' || command === 'CONN'
}
