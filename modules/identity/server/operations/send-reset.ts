import { command } from '../database.ts'
import { sendReset } from '../internal-accounts.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { createSecret } from '../secret.ts'
import { MAIL_LINK_MILLISECONDS } from '../sessions/lifetimes.ts'

export default command(sendReset, async (context, { email }) => {
  const { db, now } = context
  const user = await db
    .selectFrom('identity_user')
    .select(['id', 'name'])
    .where('email', '=', email)
    .where('active', '=', 1)
    // A mistyped address is somebody else's: it opens no account before it is proved.
    .where('email_verified_at', 'is not', null)
    .executeTakeFirst()
  if (!user) return { sent: false }

  const { secret, hash } = createSecret('daybook_lnk')
  await db.deleteFrom('identity_mail_link').where('user_id', '=', user.id).where('purpose', '=', 'reset').execute()
  await db
    .insertInto('identity_mail_link')
    .values({
      secret_hash: hash,
      user_id: user.id,
      purpose: 'reset',
      email,
      mailed: 1,
      expires_at: now() + MAIL_LINK_MILLISECONDS,
    })
    .execute()
  await queueMail(context, 'reset', {
    to: email,
    subject: 'A new password for Daybook',
    lines: [`Hello ${user.name}, with this link you choose a new password. It is good once and for an hour.`],
    link: { path: `/reset#${secret}`, label: 'Choose a new password' },
  })
  return { sent: true }
})
