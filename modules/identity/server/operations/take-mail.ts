import { command } from '../database.ts'
import { takeMail } from '../mail/send-mail-job.ts'

export default command(takeMail, async ({ db, changed }, { id }) => {
  const taken = await db
    .updateTable('identity_mail')
    .set({ state: 'sending' })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .returning('sealed')
    .executeTakeFirst()
  if (taken) return { sealed: taken.sealed }

  // It may have left before the process ended: twice is worse than a mail that somebody asks for again.
  const marked = await db
    .updateTable('identity_mail')
    .set({ state: 'uncertain', sealed: '' })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .returning('id')
    .executeTakeFirst()
  if (marked) changed({ state: 'sending' }, { state: 'uncertain' })
  return { sealed: null }
})
