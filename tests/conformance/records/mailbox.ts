let messages = 0

/** An mbox of so many messages that nobody has seen before, each with an HTML part and an attachment. */
export function mailbox(count: number): string {
  return Array.from({ length: count }, () => newMessage()).join('')
}

/** One message of such an mbox. */
export function newMessage(date = new Date('2026-11-12T10:00:00Z')): string {
  const number = ++messages
  return `From ada@example.test Thu Nov 12 10:00:00 2026
From: Ada <ada@example.test>
To: Ben <ben@example.test>
Subject: Message ${number}
Message-ID: <${number}.${process.pid}@example.test>
Date: ${date.toUTCString()}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html; charset=utf-8

<p>Hello <b>Ben</b>, number ${number}</p>
--b
Content-Type: text/csv
Content-Disposition: attachment; filename="numbers.csv"
Content-Transfer-Encoding: base64

MSwyLDMK
--b--

`
}
