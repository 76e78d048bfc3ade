import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { describe, expect, it } from 'vitest'
import { SmtpSession } from '../../sending/smtp-session.ts'
import { openImap } from './open-imap.ts'

const auth = { user: 'alice', pass: 'secret' }

/** A server whose certificate nobody vouches for: who gets as far as reading it has begun TLS. */
async function withServer(secure: boolean, test: (port: number) => Promise<void>): Promise<void> {
  const server = new SMTPServer({ secure, authOptional: true })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, undefined, resolve))
  try {
    await test((server.server.address() as AddressInfo).port)
  } finally {
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
}

describe.each(['127.0.0.1', 'localhost'])('a server that is named as %s', (host) => {
  it('is read by TLS', () =>
    withServer(true, async (port) => {
      const opened = openImap({ host, port, security: 'tls', auth })
      await expect(opened).rejects.toThrow(/certificate|altname/i)
    }))

  it.each(['tls', 'starttls'] as const)('is sent through by %s', (security) =>
    withServer(security === 'tls', async (port) => {
      const opened = SmtpSession.open({ host, port, security, auth }, new AbortController().signal)
      await expect(opened).rejects.toThrow(/certificate|altname/i)
    }),
  )
})
