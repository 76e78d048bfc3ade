import type { FieldTable } from '#base/query/field-table.ts'

/** The fields of a search over mail and tasks: what the search box, the API and `daybook search` understand. */
export const searchFields = {
  from: { kind: 'text', summary: 'Who sent it: a name or address' },
  to: { kind: 'text', summary: 'Who got it, copies too' },
  cc: { kind: 'text', summary: 'Who got it, copies too' },
  subject: { kind: 'text', aliases: ['title'], summary: 'Words of the subject or title' },
  body: { kind: 'text', summary: 'Words of the text' },
  filename: { kind: 'text', aliases: ['file'], summary: 'The name of an attachment' },
  list: { kind: 'text', summary: 'A mailing list, or words of its id' },
  label: { kind: 'name', aliases: ['tag'], summary: 'A label' },
  project: { kind: 'name', summary: 'The project of a task' },
  type: { kind: 'keyword', values: { mail: ['email', 'message'], task: ['tasks'] }, summary: 'A kind of record' },
  in: {
    kind: 'keyword',
    values: { inbox: [], archive: [], sent: [], drafts: ['draft'], junk: ['spam'], trash: ['bin'], anywhere: ['all'] },
    summary: 'A place; trash and junk are left out unless named',
  },
  is: {
    kind: 'keyword',
    values: { unread: [], read: ['seen'], starred: ['flagged'], open: [], done: ['completed'], blocked: [] },
    summary: 'A state',
  },
  has: {
    kind: 'keyword',
    values: { attachment: ['attachments', 'file', 'files'], steps: ['step'] },
    summary: 'Something it comes with',
  },
  status: {
    kind: 'keyword',
    values: { inbox: ['pending'], next: ['todo'], doing: ['in_progress'], waiting: [], done: ['completed'], dropped: ['cancelled'] },
    summary: 'The status of a task',
  },
  date: { kind: 'date', relative: 'past', summary: 'When it was sent or made' },
  before: { kind: 'shortcut', of: 'date', op: '<' },
  after: { kind: 'shortcut', of: 'date', op: '>=', aliases: ['since'] },
  older_than: { kind: 'shortcut', of: 'date', op: '<', aliases: ['older'] },
  newer_than: { kind: 'shortcut', of: 'date', op: '>=', aliases: ['newer'] },
  due: { kind: 'date', relative: 'future', summary: 'When a task is due' },
  size: { kind: 'size', bare: '>=', summary: 'How large it is' },
  larger: { kind: 'shortcut', of: 'size', op: '>' },
  smaller: { kind: 'shortcut', of: 'size', op: '<' },
  priority: { kind: 'number', names: { none: 0, low: 1, medium: 2, high: 3 }, summary: 'The priority of a task' },
  energy: { kind: 'number', names: { low: 1, medium: 2, high: 3 }, summary: 'The energy a task needs' },
  sort: { kind: 'sort', keys: { date: [] }, summary: 'Oldest first, or newest first with a minus' },
} as const satisfies FieldTable
