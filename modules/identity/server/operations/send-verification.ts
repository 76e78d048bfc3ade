import { command } from '../database.ts'
import { sendVerification } from '../internal-accounts.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { createSecret } from '../secret.ts'
import { MAIL_LINK_MILLISECONDS } from '../sessions/lifetimes.ts'

export default command(sendVerification, async (context, { userId, email }) => {
  const { db, now } = context
  const { secret, hash } = createSecret('daybook_lnk')
  await db.deleteFrom('identity_mail_link').where('user_id', '=', userId).where('purpose', '=', 'verify').execute()
  await db
    .insertInto('identity_mail_link')
    .values({
      secret_hash: hash,
      user_id: userId,
      purpose: 'verify',
      email,
      mailed: 1,
      expires_at: now() + MAIL_LINK_MILLISECONDS,
    })
    .execute()
  await queueMail(context, 'verify', {
    to: email,
    subject: 'Is this address yours?',
    lines: ['Open this link within an hour, and Daybook knows that this address is yours.'],
    link: { path: `/verify#${secret}`, label: 'This address is mine' },
  })
  return {}
})
