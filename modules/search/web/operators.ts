/** What can be written in a search: an example and what it finds. */
export const operators: [example: string, finds: string][] = [
  ['from:joel', 'mail from Joel'],
  ['to:list', 'mail to that address'],
  ['subject:"power supply"', 'these words together in the subject'],
  ['-review', 'all without that word'],
  ['pow*', 'words that begin so'],
  ['dts OR fan', 'either word'],
  ['has:attachment', 'mail with files'],
  ['is:unread', 'what you have not read'],
  ['in:trash', 'a place'],
  ['label:invoices', 'mail with that label'],
  ['date:2019-01..2019-03', 'a span of time'],
  ['newer_than:7d', 'the last seven days'],
  ['larger:1M', 'large mail'],
  ['status:next', 'tasks in that state'],
]
