import type { MailAccount } from './mail-account.ts'
import type { World } from './world.ts'

/** Connects an account by the API, as somebody did who is done with the form. */
export function connectAccount(world: World, { address, username, password, imap, smtpPort }: MailAccount) {
  return world.call('POST', '/connections', {
    address,
    password,
    name: 'Alice Example',
    username,
    imapHost: '127.0.0.1',
    imapPort: imap.port,
    imapSecurity: 'none',
    smtpHost: '127.0.0.1',
    smtpPort,
    smtpSecurity: 'none',
  })
}
