import { command } from '../database.ts'
import { keepRegistration } from '../internal-accounts.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { createSecret } from '../secret.ts'
import { MAIL_LINK_MILLISECONDS } from '../sessions/lifetimes.ts'

export default command(keepRegistration, async (context, { email, name, passwordHash }) => {
  const { db, now } = context
  const { secret, hash } = createSecret('daybook_lnk')
  const known = await db.selectFrom('identity_user').select('id').where('email', '=', email).executeTakeFirst()
  // Written for a known address as well, whose link nobody gets: both cost the same.
  await db
    .insertInto('identity_registration')
    .values({ secret_hash: hash, email, name, password_hash: passwordHash, expires_at: now() + MAIL_LINK_MILLISECONDS })
    .execute()
  if (known) {
    await queueMail(context, 'already-registered', {
      to: email,
      subject: 'You have an account already',
      lines: ['Somebody, probably you, wanted to register with this address. There is an account with it already.'],
      link: { path: '/sign-in', label: 'Sign in' },
    })
    return {}
  }
  await queueMail(context, 'verify', {
    to: email,
    subject: 'Your Daybook account',
    lines: [`Hello ${name}, open this link within an hour to have your account.`],
    link: { path: `/verify#${secret}`, label: 'This address is mine' },
  })
  return {}
})
