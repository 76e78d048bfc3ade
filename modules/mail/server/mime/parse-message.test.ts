import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parseMessage } from './parse-message.ts'
import { mail, utf8 } from './test-mail.ts'

const sha256 = (text: string): string => createHash('sha256').update(text, 'latin1').digest('hex')

describe('a plain message', () => {
  const message = parseMessage(
    mail(
      'Received: from b by c; Mon, 2 Feb 2026 10:00:05 +0000',
      'Received: from a by b; Mon, 2 Feb 2026 09:59:00 +0000',
      'Message-ID: <one@example.test>',
      'In-Reply-To: <zero@example.test>',
      'References: <root@example.test>',
      ' <zero@example.test> <root@example.test>',
      'From: Ada <ada@example.test>',
      'To: Bob <bob@example.test>, friends: c@example.test, "D, E" <d@example.test>;',
      'Subject: A subject',
      '  folded',
      'Date: Mon, 2 Feb 2026 11:00:00 +0100',
      'Auto-Submitted: Auto-Replied; owner=x',
      'Authentication-Results: mx.example.test; dkim=pass',
      '',
      'Hello',
      '',
    ),
  )

  it('has its ids without brackets, in order, each once', () => {
    expect(message.messageId).toBe('one@example.test')
    expect(message.inReplyTo).toEqual(['zero@example.test'])
    expect(message.references).toEqual(['root@example.test', 'zero@example.test'])
  })

  it('has its addresses, those of groups with the name of the group', () => {
    expect(message.from).toEqual([{ name: 'Ada', address: 'ada@example.test' }])
    expect(message.to).toEqual([
      { name: 'Bob', address: 'bob@example.test' },
      { name: '', address: 'c@example.test', group: 'friends' },
      { name: 'D, E', address: 'd@example.test', group: 'friends' },
    ])
  })

  it('has its dates, its unfolded subject and its text', () => {
    expect(message.date).toBe(Date.UTC(2026, 1, 2, 10))
    expect(message.receivedAt).toBe(Date.UTC(2026, 1, 2, 10, 0, 5))
    expect(message.subject).toBe('A subject  folded')
    expect(message.text).toBe('Hello\n')
    expect(message.html).toBeNull()
    expect(message.autoSubmitted).toBe('auto-replied')
    expect(message.authenticationResults).toEqual(['mx.example.test; dkim=pass'])
    expect(message.defects).toEqual([])
  })
})

describe('a multipart', () => {
  it('shows its text, and gives attachments their name, type, size and hash', () => {
    const message = parseMessage(
      mail(
        'Content-Type: multipart/mixed; boundary="b"',
        '',
        'preamble',
        '--b',
        '',
        'shown',
        '--b',
        'Content-Type: text/x-patch; charset=utf-8',
        'Content-Disposition: attachment; filename="a.patch"',
        '',
        'line one',
        'line two',
        '--b--',
        'epilogue',
      ),
    )
    expect(message.text).toBe('shown')
    expect(message.attachments).toEqual([
      {
        partId: '2',
        filename: 'a.patch',
        contentType: 'text/x-patch',
        disposition: 'attachment',
        contentId: null,
        size: 18,
        sha256: sha256('line one\r\nline two'),
        charset: 'utf-8',
      },
    ])
  })

  it('shows of alternatives the plain one as text and the other as HTML, with what follows them in both', () => {
    const message = parseMessage(
      mail(
        'Content-Type: multipart/mixed; boundary=m',
        '',
        '--m',
        'Content-Type: multipart/alternative; boundary=a',
        '',
        '--a',
        '',
        'plain',
        '--a',
        'Content-Type: text/html',
        '',
        '<p>rich</p>',
        '--a--',
        '--m',
        '',
        'footer <x>',
        '--m--',
      ),
    )
    expect(message.text).toBe('plain\nfooter <x>')
    expect(message.html).toBe('<p>rich</p>\n<pre>footer &lt;x&gt;</pre>')
  })

  it('makes text of HTML where there is no plain text, or only a blank one', () => {
    expect(parseMessage(mail('Content-Type: text/html', '', '<p>One<p>Two &amp; three')).text).toBe(
      'One\n\nTwo & three',
    )
    const blank = mail(
      'Content-Type: multipart/alternative; boundary=a',
      '',
      '--a',
      '',
      ' ',
      '--a',
      'Content-Type: text/html',
      '',
      '<b>rich</b>',
      '--a--',
    )
    expect(parseMessage(blank).text).toBe('rich')
  })

  it('keeps a calendar part as an attachment and as text', () => {
    const message = parseMessage(
      mail('Content-Type: text/calendar; method=request; charset=utf-8', '', 'BEGIN:VCALENDAR', 'END:VCALENDAR'),
    )
    expect(message.calendar).toEqual([{ partId: '1', method: 'REQUEST', text: 'BEGIN:VCALENDAR\nEND:VCALENDAR' }])
    expect(message.attachments).toHaveLength(1)
  })

  it('tells boundaries apart of which one begins with the other', () => {
    const message = parseMessage(
      mail(
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: multipart/mixed; boundary=b1',
        '',
        '--b1',
        '',
        'inner --b',
        '--bx',
        '--b1--',
        '--b',
        '',
        'outer',
        '--b--',
      ),
    )
    expect(message.text).toBe('inner --b\r\n--bx\nouter'.replace('\r', ''))
  })

  it('reads a delimiter with spaces after it', () => {
    expect(
      parseMessage(mail('Content-Type: multipart/mixed; boundary=b', '', '--b \t', '', 'one', '--b--  ')).text,
    ).toBe('one')
  })

  it('leaves winmail.dat as an attachment', () => {
    const message = parseMessage(
      mail('Content-Type: application/ms-tnef; name=winmail.dat', 'Content-Transfer-Encoding: base64', '', 'eJ8+IgAA'),
    )
    expect(message.attachments).toMatchObject([
      { filename: 'winmail.dat', contentType: 'application/ms-tnef', size: 6 },
    ])
  })
})

describe('a message within a message', () => {
  const forward = (disposition: string[]): Buffer =>
    mail(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'See below',
      '--b',
      'Content-Type: message/rfc822',
      ...disposition,
      '',
      'Subject: Inner',
      'From: Eve <eve@example.test>',
      'Content-Type: multipart/mixed; boundary=i',
      '',
      '--i',
      '',
      'Inner text',
      '--i',
      'Content-Type: image/png',
      '',
      'PNG',
      '--i--',
      '--b--',
    )

  it('is an attachment, and its text can be read and searched', () => {
    const message = parseMessage(forward([]))
    expect(message.text).toBe('See below')
    expect(message.attachments).toMatchObject([{ partId: '2', contentType: 'message/rfc822' }])
    expect(message.enclosed).toMatchObject([
      { partId: '2', subject: 'Inner', from: [{ address: 'eve@example.test' }], text: 'Inner text', inline: false },
    ])
  })

  it('stands in the body where it was sent inline, its attachments beside those of the message', () => {
    const message = parseMessage(forward(['Content-Disposition: inline']))
    expect(message.text).toBe('See below\nFrom: Eve <eve@example.test>\nSubject: Inner\nInner text')
    expect(message.attachments).toMatchObject([{ partId: '2.2', contentType: 'image/png', size: 3 }])
  })

  it('is what a digest holds, if nothing else is said (RFC 2046 section 5.1.5)', () => {
    const message = parseMessage(
      mail('Content-Type: multipart/digest; boundary=b', '', '--b', '', 'Subject: One', '', 'text', '--b--'),
    )
    expect(message.enclosed.map(({ subject }) => subject)).toEqual(['One'])
  })
})

describe('broken mail', () => {
  it('is read to the end where the last boundary is missing', () => {
    const message = parseMessage(
      mail(
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        '',
        'one',
        '--b',
        'Content-Type: image/png',
        '',
        'PNG',
      ),
    )
    expect(message.text).toBe('one')
    expect(message.attachments).toMatchObject([{ size: 3 }])
    expect(message.defects).toEqual(['unterminated-multipart'])
  })

  it('shows the body where the boundary never comes', () => {
    const message = parseMessage(mail('Content-Type: multipart/mixed; boundary=b', '', 'only text'))
    expect(message).toMatchObject({ text: 'only text', defects: ['unterminated-multipart', 'boundary-never-seen'] })
  })

  it('finds the boundary that the header does not name', () => {
    const message = parseMessage(
      mail('Content-Type: multipart/mixed', '', '--x', '', 'one', '--x', 'Content-Type: image/png', '', 'PNG', '--x--'),
    )
    expect(message).toMatchObject({ text: 'one', attachments: [{ size: 3 }], defects: ['boundary-guessed'] })
  })

  it('is all text where there is no header', () => {
    expect(parseMessage(mail('Dear Bob', '', 'hello'))).toMatchObject({
      text: 'Dear Bob\n\nhello',
      defects: ['header-malformed', 'no-headers'],
    })
  })

  it('has no text where there is no body', () => {
    expect(parseMessage(mail('Subject: x'))).toMatchObject({ subject: 'x', text: '', defects: [] })
    expect(parseMessage(mail(''))).toMatchObject({ subject: '', text: '', attachments: [] })
  })

  it('shows a body that no blank line parts from the header', () => {
    expect(parseMessage(mail('Subject: x', 'this is no field', 'nor this'))).toMatchObject({
      subject: 'x',
      text: 'this is no field\nnor this',
    })
  })

  it('keeps fields that follow a broken line', () => {
    expect(parseMessage(mail('From: a@example.test', 'broken line', 'Subject: kept', '', 'x'))).toMatchObject({
      subject: 'kept',
      text: 'x',
    })
  })

  it('reads the parameter on the next line that nobody indented', () => {
    const message = parseMessage(mail('Content-Type: application/pdf;', 'name="a.pdf"', '', 'x'))
    expect(message.attachments).toMatchObject([{ filename: 'a.pdf' }])
  })

  it('reads an mbox line before the header as no field', () => {
    expect(parseMessage(mail('From ada Mon Feb 2 2026', 'Subject: x', '', 'y'))).toMatchObject({
      subject: 'x',
      text: 'y',
      defects: [],
    })
  })

  it('reads lines that end in LF or in CR alone', () => {
    expect(parseMessage(Buffer.from('Subject: x\nTo: a@b.test\n\nbody\n'))).toMatchObject({
      subject: 'x',
      text: 'body\n',
      defects: [],
    })
    expect(parseMessage(Buffer.from('Subject: x\rTo: a@b.test\r\rbody\r'))).toMatchObject({
      subject: 'x',
      text: 'body\n',
      defects: ['bare-cr'],
    })
  })

  it('shows text without its NUL bytes', () => {
    expect(parseMessage(mail('', 'a\0b'))).toMatchObject({ text: 'ab', defects: ['nul-bytes'] })
  })

  it('reads a type that is none as plain text (RFC 2045 section 5.2)', () => {
    expect(parseMessage(mail('Content-Type: text', '', 'readable')).text).toBe('readable')
  })

  it('reads a type that has no semicolon after it', () => {
    expect(parseMessage(mail('Content-Type: text/html charset=utf-8', '', '<p>x</p>')).html).toBe('<p>x</p>')
  })

  it('takes the first of two fields that may stand once', () => {
    const message = parseMessage(
      mail('From: a@example.test', 'From: b@example.test', 'Subject: one', 'Subject: two', '', ''),
    )
    expect(message).toMatchObject({ subject: 'one', from: [{ address: 'a@example.test' }] })
  })
})

describe('raw bytes in the header', () => {
  it('are UTF-8 where they can be', () => {
    expect(parseMessage(mail(`Subject: ${utf8('Grüße')}`, '', ''))).toMatchObject({ subject: 'Grüße', defects: [] })
  })

  it('are else in the charset of the body', () => {
    const message = parseMessage(
      mail('Subject: \xd0\xd2\xc9\xd7\xc5\xd4', 'Content-Type: text/plain; charset=koi8-r', '', ''),
    )
    expect(message).toMatchObject({ subject: 'привет', defects: ['header-8bit'] })
  })

  it('are else in windows-1252, each field by itself', () => {
    const message = parseMessage(mail('Subject: L\xfctke', `X-Note: ${utf8('Grüße')}`, '', ''))
    expect(message.subject).toBe('Lütke')
    expect(message.headers[1]).toEqual({ name: 'X-Note', value: 'Grüße' })
  })

  it('are UTF-8 that was cut, where most of them are', () => {
    expect(parseMessage(mail(`Subject: ${utf8('запрещен')}\xf1`, '', '')).subject).toBe('запрещен\ufffd')
  })

  it('are ISO-2022-JP where its escapes stand', () => {
    expect(parseMessage(mail('Subject: \x1b$B$3$s\x1b(B', '', '')).subject).toBe('こん')
  })

  it('name an attachment in the charset of its part', () => {
    const message = parseMessage(
      mail('Content-Type: application/pdf; charset=windows-1251; name="\xf4\xe0\xe9\xeb.pdf"', '', 'x'),
    )
    expect(message.attachments[0]!.filename).toBe('файл.pdf')
  })
})

describe('bodies', () => {
  it('keep the bytes of a binary attachment', () => {
    const message = parseMessage(
      mail(
        'Content-Type: multipart/mixed; boundary=b',
        '',
        '--b',
        'Content-Type: image/x',
        'Content-Transfer-Encoding: binary',
        '',
        'a\rb\nc\0\xff',
        '',
        '--b--',
      ),
    )
    expect(message.attachments).toMatchObject([{ size: 9, sha256: sha256('a\rb\nc\0\xff\r\n') }])
  })

  it('leave the line end before a boundary to the boundary (RFC 2046 section 5.1.1)', () => {
    const message = parseMessage(
      Buffer.from('Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/csv\n\na,b\n--b--\n'),
    )
    expect(message.attachments).toMatchObject([{ size: 3 }])
  })

  it('are guessed where no charset is named', () => {
    expect(parseMessage(mail('', utf8('Grüße')))).toMatchObject({ text: 'Grüße', defects: ['charset-guessed'] })
    expect(parseMessage(mail('', 'Gr\xfc\xdfe')).text).toBe('Grüße')
    expect(parseMessage(mail('Content-Type: text/plain; charset=x-none-such', '', 'Gr\xfc\xdfe'))).toMatchObject({
      text: 'Grüße',
      defects: ['charset-unknown'],
    })
    expect(
      parseMessage(mail('Content-Type: text/html', '', '<meta charset="koi8-r"><p>\xd0\xd2\xc9\xd7\xc5\xd4')).text,
    ).toBe('привет')
    expect(parseMessage(mail('', '\x1b$B$3$s\x1b(B')).text).toBe('こん')
  })

  it('join flowed lines, not those of quotes and signatures (RFC 3676)', () => {
    const message = parseMessage(
      mail(
        'Content-Type: text/plain; format=flowed',
        '',
        '> quoted ',
        '> line',
        'one ',
        'two',
        ' >stuffed',
        '-- ',
        'Ada',
      ),
    )
    expect(message.text).toBe('> quoted \n> line\none two\n>stuffed\n-- \nAda')
  })

  it('join flowed lines without their space where delsp says so', () => {
    expect(parseMessage(mail('Content-Type: text/plain; format=flowed; delsp=yes', '', 'foo ', 'bar')).text).toBe(
      'foobar',
    )
  })

  it('are decoded from uuencode', () => {
    const message = parseMessage(
      mail(
        'Content-Type: image/x',
        'Content-Transfer-Encoding: x-uuencode',
        '',
        'begin 644 cat.txt',
        '#0V%T',
        '`',
        'end',
      ),
    )
    expect(message.attachments).toMatchObject([{ size: 3, sha256: sha256('Cat') }])
  })
})

describe('list headers', () => {
  it('say how to leave the list, also by one click (RFC 8058)', () => {
    const { list } = parseMessage(
      mail(
        'List-Id: A list <a.example.test>',
        'List-Unsubscribe: <https://example.test/u?x=',
        ' 1>, <mailto:leave@example.test>, <javascript:x>',
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
        '',
        '',
      ),
    )
    expect(list).toEqual({
      id: 'a.example.test',
      unsubscribe: ['https://example.test/u?x=1', 'mailto:leave@example.test'],
      oneClick: true,
    })
  })
})
