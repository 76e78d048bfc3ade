import type { FieldTable } from './field-table.ts'

/** The fields of docs/guide/search.md, mail and tasks together: what the tests of the grammar use. */
export const sampleFields = {
  from: { kind: 'text', summary: 'Who sent it' },
  to: { kind: 'text' },
  cc: { kind: 'text' },
  subject: { kind: 'text', aliases: ['title'] },
  body: { kind: 'text' },
  filename: { kind: 'text', aliases: ['file'] },
  list: { kind: 'text' },
  label: { kind: 'name', aliases: ['tag'] },
  project: { kind: 'name' },
  type: { kind: 'keyword', values: { mail: ['email', 'message'], task: ['tasks'] } },
  in: {
    kind: 'keyword',
    values: { inbox: [], archive: [], sent: [], drafts: ['draft'], junk: ['spam'], trash: ['bin'], anywhere: ['all'] },
  },
  is: {
    kind: 'keyword',
    values: { unread: [], read: ['seen'], starred: ['flagged'], answered: [], open: [], done: ['completed'] },
  },
  has: { kind: 'keyword', values: { attachment: ['attachments'], steps: [] } },
  status: {
    kind: 'keyword',
    values: { inbox: [], next: [], doing: ['in_progress'], waiting: [], done: ['completed'], dropped: ['cancelled'] },
  },
  private: { kind: 'flag' },
  date: { kind: 'date', relative: 'past' },
  due: { kind: 'date', relative: 'future' },
  before: { kind: 'shortcut', of: 'date', op: '<' },
  after: { kind: 'shortcut', of: 'date', op: '>=', aliases: ['since'] },
  older_than: { kind: 'shortcut', of: 'date', op: '<', aliases: ['older'] },
  newer_than: { kind: 'shortcut', of: 'date', op: '>=', aliases: ['newer'] },
  size: { kind: 'size', bare: '>=' },
  larger: { kind: 'shortcut', of: 'size', op: '>' },
  smaller: { kind: 'shortcut', of: 'size', op: '<' },
  priority: { kind: 'number', names: { low: 1, medium: 2, high: 3 } },
  estimate: { kind: 'duration' },
  sort: { kind: 'sort', keys: { date: [], score: ['relevance'], due: [], priority: [] } },
} as const satisfies FieldTable
