/** A small mailbox as an mbox file: a thread of three, a designed mail, one with a file, and some more; 13 in all. */
export function makeMbox(): Buffer {
  return toMbox([
    plain({
      id: 'trip',
      from: 'Milton Miller <milton@example.org>',
      subject: 'Trains for the trip in spring',
      date: '2026-10-21T17:05:00Z',
      text: 'The night train has beds again. Shall I book?',
    }),
    plain({
      id: 'library',
      from: 'City Library <library@example.org>',
      subject: 'Two books are due on Monday',
      date: '2026-10-24T06:00:00Z',
      text: 'You can keep them two weeks longer if nobody waits for them.',
    }),
    plain({
      id: 'photos',
      from: 'Oskar Senft <oskar@example.org>',
      subject: 'Photos of the board, revision C',
      date: '2026-10-29T19:40:00Z',
      text: 'The connector moved by 4 mm, see the second photo.',
    }),
    plain({
      id: 'dts-1',
      from: 'Joel Stanley <joel@example.org>',
      subject: 'Device tree for the new board',
      date: '2026-11-02T08:00:00Z',
      text: 'Hello all,\n\nhere is the device tree of the new board. It boots.\n\nCheers,\nJoel',
    }),
    plain({
      id: 'dts-2',
      parent: 'dts-1',
      from: 'Andrew Jeffery <andrew@example.org>',
      subject: 'Re: Device tree for the new board',
      date: '2026-11-02T10:30:00Z',
      text: 'On Mon, Joel Stanley wrote:\n> Hello all,\n>\n> here is the device tree of the new board.\n> It boots.\n\nThe fan controller is missing. See https://example.org/fan for the draft.',
    }),
    plain({
      id: 'dts-3',
      parent: 'dts-2',
      from: 'Zoë Müller <zoe@example.org>',
      subject: 'Re: Device tree for the new board',
      date: '2026-11-03T07:15:00Z',
      text: 'I can add the fan controller this week. The power supply comes after that.',
    }),
    withFile({
      id: 'invoice',
      from: 'Ada Lovelace <ada@example.org>',
      subject: 'Invoice 2026-114 for the workshop',
      date: '2026-11-04T12:00:00Z',
    }),
    designed({
      id: 'letter',
      from: 'The Garden Club <club@example.org>',
      subject: 'November in the garden',
      date: '2026-11-05T06:45:00Z',
      html: '<h1 style="color:#226622">November</h1><p>Plant <b>tulips</b> before the frost. <img src="http://tracker.example.org/open.gif" alt=""></p><p><a href="https://example.org/tulips">How deep?</a></p>',
    }),
    plain({
      id: 'friday',
      from: 'George Liu <george@example.org>',
      subject: 'Lunch on Friday?',
      date: '2026-11-06T11:20:00Z',
      text: 'The place at the corner has soup again. Twelve o’clock?',
    }),
    plain({
      id: 'notes',
      from: 'Patrick Williams <patrick@example.org>',
      subject: 'Meeting notes, Tuesday',
      date: '2026-11-10T15:00:00Z',
      text: 'Present: all.\n\n1. Release on the 24th.\n2. The review queue is long; two people a patch.\n3. Next meeting in two weeks.',
    }),
    plain({
      id: 'logging',
      from: 'Ed Tanous <ed@example.org>',
      subject: 'What shall we do with old log entries?',
      date: '2026-11-12T09:05:00Z',
      text: 'They fill the flash. Keep the last 200, or the last month?',
    }),
    plain({
      id: 'logging-2',
      parent: 'logging',
      from: 'Lei Yu <lei@example.org>',
      subject: 'Re: What shall we do with old log entries?',
      date: '2026-11-12T13:40:00Z',
      text: 'The last 200. Nobody reads more.',
    }),
    plain({
      id: 'review',
      from: 'Brad Bishop <brad@example.org>',
      subject: 'Please review before Thursday',
      date: '2026-11-17T16:10:00Z',
      text: 'Three small patches, an hour at most. Thanks.',
    }),
  ])
}

/** Messages as one mbox file (mboxrd). */
export function toMbox(messages: string[]): Buffer {
  const quoted = messages.map(
    (message) => `From MAILER-DAEMON Sun Nov  1 00:00:00 2026\n${message.replace(/^(>*From )/gm, '>$1')}\n\n`,
  )
  return Buffer.from(quoted.join(''))
}

interface Letter {
  id: string
  parent?: string
  from: string
  subject: string
  date: string
}

/** A message of plain text. */
export function plain({ text, ...letter }: Letter & { text: string }): string {
  return `${headers(letter)}Content-Type: text/plain; charset=utf-8\n\n${text}\n`
}

/** A message of HTML alone. */
export function designed({ html, ...letter }: Letter & { html: string }): string {
  return `${headers(letter)}Content-Type: text/html; charset=utf-8\n\n${html}\n`
}

function withFile(letter: Letter): string {
  const file = Buffer.from('%PDF-1.4 a very small invoice\n').toString('base64')
  return [
    `${headers(letter)}Content-Type: multipart/mixed; boundary="cut"\n`,
    '--cut\nContent-Type: text/plain; charset=utf-8\n\nThe invoice is attached. It is due in two weeks.\n',
    `--cut\nContent-Type: application/pdf; name="invoice-114.pdf"\nContent-Disposition: attachment; filename="invoice-114.pdf"\nContent-Transfer-Encoding: base64\n\n${file}\n`,
    '--cut--',
  ].join('\n')
}

function headers({ id, parent, from, subject, date }: Letter): string {
  const lines = [
    `Message-ID: <${id}@example.org>`,
    ...(parent ? [`In-Reply-To: <${parent}@example.org>`, `References: <${parent}@example.org>`] : []),
    `From: ${encoded(from)}`,
    'To: Owner <owner@example.org>',
    `Subject: ${encoded(subject)}`,
    `Date: ${new Date(date).toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
  ]
  return `${lines.join('\n')}\n`
}

// RFC 2047, for words that are not ASCII.
function encoded(text: string): string {
  return text.replace(
    /[^\s<>]*[^\x20-\x7e]+[^\s<>]*(\s[^\s<>]*[^\x20-\x7e]+[^\s<>]*)*/g,
    (words) => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`,
  )
}
