import type { Mailer, OutgoingMail } from '#kernel/ports.ts'

/** Where mail is handed over, and whom it comes from. */
export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…`, with nodemailer's options as its query. */
  smtpUrl: string
  from: string
}

/** Mail over SMTP (RFC 5321), or a mailer that says that there is no server. */
export function createMailer(settings: MailSettings | null): Mailer {
  if (!settings) return { configured: false, send: () => Promise.reject(new Error('There is no mail server')) }
  const transport = lazily(() => openTransport(settings))
  const host = hostOf(settings.from)
  return {
    configured: true,
    async send(mail) {
      const { sendMail } = await transport()
      await sendMail({ ...toMessage(mail), from: settings.from, messageId: `<${mail.id}@${host}>` })
    },
  }
}

async function openTransport({ smtpUrl }: MailSettings) {
  // Loaded with the first mail: most of the time nobody sends any.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(withTls(smtpUrl), { disableFileAccess: true, disableUrlAccess: true })
  return { sendMail: transport.sendMail.bind(transport) }
}

/** A password never goes over a network in the clear, unless the address says so itself. */
function withTls(text: string): string {
  const url = new URL(text)
  const isHere = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)
  if (url.protocol === 'smtp:' && !isHere && !url.searchParams.has('requireTLS')) {
    url.searchParams.set('requireTLS', 'true')
  }
  return url.href
}

function toMessage({ to, subject, text, html }: OutgoingMail) {
  // An address as an object is not parsed again, so that no second one hides in it.
  return { to: { name: '', address: to }, subject, text, html, headers: { 'auto-submitted': 'auto-generated' } }
}

function hostOf(from: string): string {
  return /@([^@<>\s]+?)>?$/.exec(from)![1]!
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
