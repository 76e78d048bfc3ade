import { describe, expect, it } from 'vitest'
import { parseAutoconfig } from './parse-autoconfig.ts'

const server = (tag: string, type: string, host: string, port: number | string, socketType: string) =>
  `<${tag} type="${type}"><hostname>${host}</hostname><port>${port}</port><socketType>${socketType}</socketType>
   <username>%EMAILLOCALPART%</username><authentication>password-cleartext</authentication></${tag}>`

const config = (...servers: string[]) =>
  `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="example.org"><domain>example.org</domain>
   <displayName>Example &amp; Co</displayName>${servers.join('')}</emailProvider></clientConfig>`

describe('an autoconfig document', () => {
  it('gives the first encrypted server of each kind, with the parts of the address filled in', () => {
    const text = config(
      server('incomingServer', 'pop3', 'pop.example.org', 995, 'SSL'),
      server('incomingServer', 'imap', 'plain.example.org', 143, 'plain'),
      server('incomingServer', 'imap', 'imap.%EMAILDOMAIN%', 993, 'SSL'),
      server('outgoingServer', 'smtp', 'smtp.example.org', 587, 'STARTTLS'),
    )
    expect(parseAutoconfig(text, 'ada@example.org')).toEqual({
      providerName: 'Example & Co',
      imap: { host: 'imap.example.org', port: 993, security: 'tls', username: 'ada' },
      smtp: { host: 'smtp.example.org', port: 587, security: 'starttls', username: 'ada' },
    })
  })

  it.each([
    ['no XML', 'Not found'],
    ['a page', '<html><body><incomingServer type="imap"></body></html>'],
    ['no server', config()],
    ['a host that is none', config(server('incomingServer', 'imap', 'imap example', 993, 'SSL'))],
    ['a host with a path', config(server('incomingServer', 'imap', 'example.org/x', 993, 'SSL'))],
    ['a port that is none', config(server('incomingServer', 'imap', 'imap.example.org', '99999', 'SSL'))],
    ['plain text alone', config(server('incomingServer', 'imap', 'imap.example.org', 143, 'plain'))],
    ['an end that is missing', '<clientConfig><incomingServer type="imap"><hostname>imap.example.org'],
    ['entities that grow', `<!DOCTYPE x [<!ENTITY a "${'b'.repeat(9)}">]><clientConfig>&a;</clientConfig>`],
  ])('of %s gives nothing', (_, text) => {
    expect(parseAutoconfig(text, 'ada@example.org')).toBeNull()
  })
})
