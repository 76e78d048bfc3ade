import { command } from '../database.ts'
import { settleMail } from '../mail/send-mail-job.ts'

export default command(settleMail, async ({ db, now }, { id, state }) => {
  const erased = state === 'queued' ? {} : { sealed: '' }
  await db
    .updateTable('identity_mail')
    .set({ state, sent_at: state === 'sent' ? now() : null, ...erased })
    .where('id', '=', id)
    .execute()
  return {}
})
