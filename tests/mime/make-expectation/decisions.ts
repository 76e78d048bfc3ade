import type { FieldName } from '../reading.ts'

/** Why Daybook's reading is the expected one where no two parsers agree, or where it differs from two that do. */
export const rules = {
  'part-bytes':
    'The bytes of a part end before the line end that precedes the boundary, and nothing in them is rewritten (RFC 2046 section 5.1.1). Python takes message/* parts apart and writes them anew; postal-mime joins lines by LF and adds one.',
  'report-parts':
    'A delivery status, a feedback report and the message that comes back with them are parts of their own (RFC 3462 section 1, RFC 3464 section 2, RFC 5965 section 2), attachments with the bytes that were sent. mailparser shows a delivery status as text and a returned message in the body; postal-mime and Python change the bytes by a line end.',
  'enclosed-message':
    'A message/rfc822 part is a message of its own (RFC 2046 section 5.2.1): an attachment with the bytes that were sent, its text kept beside the body. postal-mime pours it into the body, Python writes it anew.',
  'inline-message':
    'A message that was sent with Content-Disposition inline is to be shown where it stands (RFC 2183 section 2.1). No two parsers put the same heading above it; Python does not show it.',
  digest:
    'The parts of a multipart/digest are messages unless they say otherwise (RFC 2046 section 5.1.5). mailparser takes them for text, postal-mime pours them into the body.',
  'mixed-html':
    'All parts of a multipart/mixed are to be shown, in order (RFC 2046 section 5.1.3): HTML between plain parts is text too. mailparser was told not to make text of HTML here, Python does not do it.',
  'no-subtype':
    'A Content-Type that is not of the form type/subtype means plain text in US-ASCII (RFC 2045 section 5.2).',
  'lost-header':
    'A line that is no field ends the header (RFC 5322 section 2.1: the header is a sequence of fields), so a paragraph with no field in it is the body. Two parsers lose it.',
  'lost-boundary':
    'A multipart must name its boundary (RFC 2046 section 5.1.1). Where it does not, the delimiters that stand in the body tell it; two parsers lose the whole body.',
  'nested-boundary':
    'The delimiter of an outer multipart ends all that is open inside it (RFC 2046 section 5.1.2), here in text that quotes such lines.',
  'raw-header':
    'Bytes above 127 that are not UTF-8 break RFC 5322 section 2.2 and RFC 6532 section 3.1: they are read in the charset of the body or windows-1252, not replaced by U+FFFD.',
  comments:
    'A comment may stand between any two tokens of an address or date and is no part of it (RFC 5322 sections 3.2.2, 4.3 and 4.4, appendix A.5 and A.6.3).',
  'unknown-zone':
    'A time zone that nobody knows is taken for -0000, not for a date that cannot be read (RFC 5322 section 4.3).',
  'no-year': 'A date must have a year (RFC 5322 section 3.3); JavaScript makes up 2001.',
  'parameter-words':
    'A value with spaces should have been quoted (RFC 2045 section 5.1); it is read to the next semicolon, since no parameter begins inside it. Python stops at the first space. The size is as section 5.1.1 of RFC 2046 has it.',
  'text-charset':
    'Text without a charset, or called US-ASCII, that has bytes above 127 breaks RFC 2046 section 4.1.2: it is read as UTF-8 where it is valid UTF-8, else as windows-1252.',
  'binary-part':
    'The binary encoding changes nothing (RFC 2045 section 6.2), and the boundary stands although the line before it is no line; Python does not find the parts, postal-mime changes line ends.',
} as const

export type Rule = keyof typeof rules

const cases: [rule: Rule, ...where: `${string} ${FieldName}`[]][] = [
  ['digest', 'mime/cpython-msg_02.eml text', 'mime/cpython-msg_02.eml attachments', 'mime/cpython-msg_30.eml text'],
  [
    'digest',
    'mime/cpython-msg_30.eml attachments',
    'mime/cpython-msg_34.eml text',
    'mime/cpython-msg_34.eml attachments',
  ],
  ['mixed-html', 'mime/cpython-msg_10.eml text'],
  ['no-subtype', 'mime/cpython-msg_14.eml attachments', 'mime/flanker-broken-ctype.eml attachments'],
  ['lost-header', 'mime/cpython-msg_19.eml text'],
  ['lost-boundary', 'mime/cpython-msg_25.eml attachments'],
  ['nested-boundary', 'mime/cpython-msg_38.eml text'],
  [
    'report-parts',
    'mime/cpython-msg_16.eml attachments',
    'mime/cpython-msg_43.eml attachments',
    'mime/flanker-aol.eml attachments',
  ],
  ['report-parts', 'mime/flanker-delayed.eml attachments', 'mime/flanker-disposition-notification.eml attachments'],
  [
    'report-parts',
    'mime/flanker-mailbox-full.eml attachments',
    'mime/flanker-no-mx.eml attachments',
    'mime/flanker-office365.eml attachments',
  ],
  [
    'report-parts',
    'mime/flanker-yahoo.eml attachments',
    'mime/flanker-zed.eml attachments',
    'mime/mailparser-delivery-status.eml attachments',
  ],
  [
    'report-parts',
    'mime/mikel-multi_address_bounce1.eml attachments',
    'mime/mikel-multi_address_bounce2.eml attachments',
  ],
  [
    'report-parts',
    'mime/mikel-multipart_report_multiple_status.eml attachments',
    'mime/mikel-report_422.eml attachments',
  ],
  [
    'report-parts',
    'mime/mikel-raw_email_with_mimepart_without_content_type.eml attachments',
    'mime/mikel-report_530.eml attachments',
  ],
  ['report-parts', 'mime/postal-arf.eml attachments', 'mime/postal-bounce.eml attachments'],
  [
    'enclosed-message',
    'mime/cpython-msg_42.eml attachments',
    'mime/flanker-enclosed.eml attachments',
    'mime/flanker-enclosed-broken.eml attachments',
  ],
  [
    'enclosed-message',
    'mime/flanker-enclosed-bad-encoding.eml attachments',
    'mime/flanker-enclosed-broken-body.eml attachments',
  ],
  ['enclosed-message', 'mime/flanker-torture-part.eml attachments', 'mime/mailparser-decoderended.eml attachments'],
  ['enclosed-message', 'mime/mikel-attachment_message_rfc822.eml attachments'],
  [
    'part-bytes',
    'mime/flanker-enclosed-global.eml attachments',
    'mime/mikel-attachment_message_rfc822_inline_image.eml attachments',
  ],
  ['inline-message', 'mime/postal-mimetorture.eml text', 'mime/postal-mimetorture.eml attachments'],
  [
    'raw-header',
    'mime/flanker-broken-headers.eml subject',
    'mime/flanker-from-encoding.eml from',
    'mime/mikel-invalid_subject_characters.eml subject',
  ],
  ['raw-header', 'mime/flanker-mailformed-headers.eml subject', 'mime/flanker-mailformed-headers.eml to'],
  [
    'comments',
    'mime/mikel-example10.eml from',
    'mime/mikel-example10.eml to',
    'mime/mikel-example13.eml from',
    'mime/mikel-example13.eml date',
  ],
  ['comments', 'threads/lkml/cur/1382298770.002930:2, to'],
  ['unknown-zone', 'mime/mikel-trademark_character_in_subject.eml date'],
  ['no-year', 'threads/attachment/text-calendar.eml date'],
  ['parameter-words', 'mime/mikel-attachment_with_unquoted_name.eml attachments'],
  ['text-charset', 'mime/mikel-raw_email6.eml text', 'mime/mikel-content_transfer_encoding_plain.eml text'],
  ['binary-part', 'mime/mikel-raw_email_with_binary_encoded.eml attachments'],
]

/** The rule that decides a field of a message, by `path field`. */
export const decisions: ReadonlyMap<string, Rule> = new Map(
  cases.flatMap(([rule, ...where]) => where.map((place) => [place, rule] as const)),
)
