/** What a test says of a message; the rest is made up. */
export interface MailText {
  subject?: string
  id?: string
  references?: string[]
  from?: string
  to?: string
  date?: string
  headers?: string[]
  body?: string
}

/** A plain message with LF line ends. */
export function mailText({
  subject = 'Hello',
  id,
  references = [],
  from = 'Ada <ada@example.test>',
  to = 'Bo <bo@example.test>',
  date,
  headers = [],
  body = 'Some words.',
}: MailText = {}): string {
  const fields = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${date ?? 'Mon, 02 Mar 2026 10:00:00 +0000'}`,
    ...(id ? [`Message-ID: <${id}@example.test>`] : []),
    ...(references.length > 0
      ? [`References: ${references.map((reference) => `<${reference}@example.test>`).join(' ')}`]
      : []),
    ...headers,
  ]
  return `${fields.join('\n')}\n\n${body}\n`
}

/** An mbox of messages. */
export function mbox(messages: string[]): string {
  return messages
    .map((message) => `From ada@example.test Mon Mar  2 10:00:00 2026\n${message.replace(/^(>*From )/gm, '>$1')}\n`)
    .join('')
}

/** A mail with attachments as multipart/mixed. */
export function mailWithParts(mail: MailText, parts: string[]): string {
  const body = [...parts.map((part) => `--cut\n${part}\n`), '--cut--'].join('')
  return mailText({
    ...mail,
    headers: [...(mail.headers ?? []), 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=cut'],
    body,
  })
}
