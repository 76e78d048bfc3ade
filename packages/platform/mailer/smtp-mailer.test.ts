import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMailer } from './smtp-mailer.ts'

describe('a mailer', () => {
  const received: { from: string; to: string[]; text: string }[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onData(stream, session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address), text })
        done()
      })
    },
  })
  let port = 0
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.server.address() as { port: number }).port
  })
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const mail = { id: '01933b6e-8f00-7000-8000-000000000001', to: 'ada@example.test', subject: 'Hello' }

  it('hands a mail in two forms to a real server, from one address to one', async () => {
    const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Daybook <daybook@example.test>' })
    await mailer.send({ ...mail, text: 'Plain\r\n.\r\nMAIL FROM:<evil@example.test>\r\n', html: '<p>Rich</p>' })
    expect(received).toHaveLength(1)
    const { from, to, text } = received[0]!
    expect([from, to]).toEqual(['daybook@example.test', ['ada@example.test']])
    expect(text).toContain(`Message-ID: <${mail.id}@example.test>`)
    expect(text).toContain('Content-Type: multipart/alternative')
    expect(text).toMatch(/auto-submitted: auto-generated/i)
  })

  it('takes an address or a subject with line breaks for no more than one header', async () => {
    received.length = 0
    const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'daybook@example.test' })
    await mailer.send({ ...mail, subject: 'A\r\nBcc: eve@example.test', text: 'x', html: 'x' })
    const { to, text } = received[0]!
    expect(to).toEqual(['ada@example.test'])
    expect(text).not.toMatch(/^Bcc:/im)
    await mailer
      .send({ ...mail, to: 'ada@example.test>\r\nRCPT TO:<eve@example.test', text: 'x', html: 'x' })
      .catch(() => undefined)
    expect(received.flatMap((entry) => entry.to)).not.toContain('eve@example.test')
  })

  it('says when it has no server, and fails when the server is not there', async () => {
    expect(createMailer(null).configured).toBe(false)
    const gone = createMailer({ smtpUrl: 'smtp://127.0.0.1:1', from: 'daybook@example.test' })
    await expect(gone.send({ ...mail, text: 'x', html: 'x' })).rejects.toThrow('ECONNREFUSED')
  })
})
