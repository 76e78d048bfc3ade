import type { ConsentProvider, Security } from '../../contract.ts'

/** A big provider: what its domains are, and how its mail is reached. */
export interface KnownProvider {
  name: string
  domains: string[]
  /** Ends of the names of mail exchangers: domains of others that this provider keeps. */
  exchangers?: string[]
  imap: KnownServer
  smtp: KnownServer
  /** Where people sign in instead of giving a password. */
  consent?: ConsentProvider
  /** Whether passwords are taken at all. */
  takesPasswords: boolean
  help?: string
}

type KnownServer = readonly [host: string, port: number, security: Security]

const APP_PASSWORD = 'Make an app password in the security settings of your account and give it instead of your own.'

/** As their help pages say. */
export const knownProviders: readonly KnownProvider[] = [
  {
    name: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    exchangers: ['google.com', 'googlemail.com'],
    imap: ['imap.gmail.com', 993, 'tls'],
    smtp: ['smtp.gmail.com', 465, 'tls'],
    consent: 'google',
    takesPasswords: true,
    help: 'Sign in with Google, or make an app password in the security settings of your account and give it instead of your own.',
  },
  {
    name: 'Outlook',
    domains: [
      'outlook.com',
      'hotmail.com',
      'live.com',
      'msn.com',
      'outlook.de',
      'hotmail.de',
      'hotmail.co.uk',
      'hotmail.fr',
    ],
    exchangers: ['outlook.com', 'office365.us'],
    imap: ['outlook.office365.com', 993, 'tls'],
    smtp: ['smtp.office365.com', 587, 'starttls'],
    consent: 'microsoft',
    takesPasswords: false,
    help: 'Microsoft takes no passwords for mail. Sign in with Microsoft instead; Daybook never sees your password.',
  },
  {
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    exchangers: ['icloud.com'],
    imap: ['imap.mail.me.com', 993, 'tls'],
    smtp: ['smtp.mail.me.com', 587, 'starttls'],
    takesPasswords: true,
    help: APP_PASSWORD,
  },
  {
    name: 'Yahoo',
    domains: ['yahoo.com', 'yahoo.co.uk', 'yahoo.de', 'yahoo.fr', 'ymail.com', 'rocketmail.com'],
    exchangers: ['yahoodns.net'],
    imap: ['imap.mail.yahoo.com', 993, 'tls'],
    smtp: ['smtp.mail.yahoo.com', 465, 'tls'],
    takesPasswords: true,
    help: APP_PASSWORD,
  },
  {
    name: 'AOL',
    domains: ['aol.com', 'aim.com'],
    imap: ['imap.aol.com', 993, 'tls'],
    smtp: ['smtp.aol.com', 465, 'tls'],
    takesPasswords: true,
    help: APP_PASSWORD,
  },
  {
    name: 'Fastmail',
    domains: ['fastmail.com', 'fastmail.fm'],
    exchangers: ['messagingengine.com'],
    imap: ['imap.fastmail.com', 993, 'tls'],
    smtp: ['smtp.fastmail.com', 465, 'tls'],
    takesPasswords: true,
    help: APP_PASSWORD,
  },
  {
    name: 'GMX',
    domains: ['gmx.net', 'gmx.de', 'gmx.at', 'gmx.ch'],
    imap: ['imap.gmx.net', 993, 'tls'],
    smtp: ['mail.gmx.net', 465, 'tls'],
    takesPasswords: true,
    help: 'Allow IMAP in the settings of your GMX account first.',
  },
  {
    name: 'WEB.DE',
    domains: ['web.de'],
    imap: ['imap.web.de', 993, 'tls'],
    smtp: ['smtp.web.de', 587, 'starttls'],
    takesPasswords: true,
    help: 'Allow IMAP in the settings of your WEB.DE account first.',
  },
  {
    name: 'mailbox.org',
    domains: ['mailbox.org'],
    exchangers: ['mailbox.org'],
    imap: ['imap.mailbox.org', 993, 'tls'],
    smtp: ['smtp.mailbox.org', 465, 'tls'],
    takesPasswords: true,
  },
  {
    name: 'Posteo',
    domains: ['posteo.de', 'posteo.net'],
    imap: ['posteo.de', 993, 'tls'],
    smtp: ['posteo.de', 465, 'tls'],
    takesPasswords: true,
  },
  {
    name: 'Zoho Mail',
    domains: ['zoho.com', 'zohomail.com'],
    exchangers: ['zoho.com'],
    imap: ['imap.zoho.com', 993, 'tls'],
    smtp: ['smtp.zoho.com', 465, 'tls'],
    takesPasswords: true,
    help: 'Allow IMAP in the settings of Zoho Mail first.',
  },
]

/** The provider of a domain. */
export function providerOfDomain(domain: string): KnownProvider | null {
  return knownProviders.find(({ domains }) => domains.includes(domain)) ?? null
}

/** The provider that a mail exchanger belongs to. */
export function providerOfExchanger(exchange: string): KnownProvider | null {
  const name = exchange.toLowerCase().replace(/\.$/, '')
  const isWithin = (end: string) => name === end || name.endsWith(`.${end}`)
  return knownProviders.find(({ exchangers }) => exchangers?.some(isWithin)) ?? null
}
