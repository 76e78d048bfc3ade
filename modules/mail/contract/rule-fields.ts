import type { FieldTable } from '#base/query/field-table.ts'

/** What the condition of a rule may ask of a message, in the grammar of search. */
export const ruleFields = {
  from: { kind: 'text', summary: 'Who sent it: a name or address' },
  to: { kind: 'text', summary: 'Who got it, copies too' },
  cc: { kind: 'text', summary: 'Who got it, copies too' },
  subject: { kind: 'text', aliases: ['title'], summary: 'Words of the subject' },
  body: { kind: 'text', summary: 'Words of the text' },
  filename: { kind: 'text', aliases: ['file'], summary: 'The name of an attachment' },
  list: { kind: 'text', summary: 'A mailing list, or words of its id' },
  has: {
    kind: 'keyword',
    values: { attachment: ['attachments', 'file', 'files'] },
    summary: 'Something it comes with',
  },
  size: { kind: 'size', bare: '>=', summary: 'How large it is' },
  larger: { kind: 'shortcut', of: 'size', op: '>' },
  smaller: { kind: 'shortcut', of: 'size', op: '<' },
} as const satisfies FieldTable
