/** A mailbox of an address field; `group` names the RFC 5322 group it was listed in. */
export type MailAddress = { name: string; address: string; group?: string }

/** One header field, unfolded and decoded. */
export type MailHeader = { name: string; value: string }

/** A part that is not shown as the body. `size` and `sha256` are of the decoded bytes. */
export type MailAttachment = {
  /** IMAP-like section number, for `extractPart`. */
  partId: string
  filename: string | null
  contentType: string
  disposition: 'attachment' | 'inline' | null
  contentId: string | null
  size: number
  sha256: string
  charset?: string
}

/** A message inside the message: a forward, a digest's item, or what a bounce sends back. */
export type EnclosedMessage = {
  partId: string
  subject: string
  from: MailAddress[]
  date: number | null
  /** Its displayed text, with that of messages enclosed in it. */
  text: string
  /** Whether its text stands in the body too, because the sender asked for `inline`. */
  inline: boolean
}

/** An iCalendar part; `method` is upper case (REQUEST, REPLY, CANCEL) or null. */
export type CalendarPart = { partId: string; method: string | null; text: string }

/** What the list headers of RFC 2369, 2919 and 8058 say. */
export type ListHeaders = {
  id: string | null
  unsubscribe: string[]
  /** Whether a POST to the first https address unsubscribes (RFC 8058). */
  oneClick: boolean
}

/** A message as it was read. Broken mail is read as well as can be; `defects` says what was broken. */
export type ParsedMessage = {
  messageId: string | null
  inReplyTo: string[]
  references: string[]
  subject: string
  from: MailAddress[]
  to: MailAddress[]
  cc: MailAddress[]
  bcc: MailAddress[]
  replyTo: MailAddress[]
  sender: MailAddress[]
  /** Milliseconds UTC of the Date field, or null where there is none that can be read. */
  date: number | null
  /** Milliseconds UTC of the topmost Received field. */
  receivedAt: number | null
  headers: MailHeader[]
  text: string
  html: string | null
  attachments: MailAttachment[]
  enclosed: EnclosedMessage[]
  calendar: CalendarPart[]
  list: ListHeaders
  authenticationResults: string[]
  autoSubmitted: string | null
  defects: Defect[]
}

/** What was broken in a message and how it was read. */
export type Defect =
  | 'bare-cr'
  | 'base64-damaged'
  | 'body-as-header'
  | 'boundary-guessed'
  | 'boundary-missing'
  | 'boundary-never-seen'
  | 'charset-guessed'
  | 'charset-unknown'
  | 'date-unreadable'
  | 'header-8bit'
  | 'header-malformed'
  | 'header-too-large'
  | 'no-headers'
  | 'nesting-too-deep'
  | 'nul-bytes'
  | 'parts-too-many'
  | 'too-large'
  | 'transfer-encoding-unknown'
  | 'unterminated-multipart'
  | 'unreadable'
