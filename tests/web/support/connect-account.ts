import type { MailAccount } from './mail-account.ts'
import type { World } from './world.ts'

/** Connects an account of this machine with a Daybook. */
export async function connectAccount({ call }: World, account: MailAccount): Promise<void> {
  await call('POST', '/connections', {
    address: account.address,
    password: account.password,
    name: 'Alice Example',
    username: account.username,
    imapHost: '127.0.0.1',
    imapPort: account.imap.port,
    imapSecurity: 'none',
    smtpHost: '127.0.0.1',
    smtpPort: account.smtpPort,
    smtpSecurity: 'none',
  })
}
