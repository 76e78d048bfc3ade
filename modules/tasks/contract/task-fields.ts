import type { FieldTable, KeywordField } from '#base/query/field-table.ts'
import { champsVocabulary, type ChampsFacet } from './champs.ts'

/** What a filter of tasks may ask, in the grammar of search. */
export const taskFields = {
  title: { kind: 'text', aliases: ['subject'], summary: 'Words of the title' },
  notes: { kind: 'text', aliases: ['body'], summary: 'Words of the notes' },
  status: {
    kind: 'keyword',
    values: {
      inbox: ['pending'],
      next: ['todo'],
      doing: ['in_progress'],
      waiting: [],
      done: ['completed'],
      dropped: ['cancelled'],
    },
    summary: 'The status',
  },
  kind: { kind: 'keyword', values: { task: [], shopping: ['shop'] }, summary: 'To do, or to buy' },
  is: {
    kind: 'keyword',
    values: {
      open: [],
      done: ['completed'],
      blocked: [],
      mine: [],
      assigned: [],
      delegated: [],
      repeating: ['recurring'],
    },
    summary: 'A state; mine is what you own or are assigned to',
  },
  has: {
    kind: 'keyword',
    values: {
      steps: ['step'],
      notes: ['note'],
      estimate: [],
      due: ['date'],
      deadline: [],
      project: [],
      label: ['labels', 'tag'],
      parent: [],
    },
    summary: 'Something it has',
  },
  label: { kind: 'name', aliases: ['tag'], summary: 'A label' },
  project: { kind: 'name', summary: 'A project' },
  priority: { kind: 'number', names: { none: 0, low: 1, medium: 2, high: 3 }, summary: 'The priority' },
  energy: { kind: 'number', names: { low: 1, medium: 2, high: 3 }, summary: 'The energy it needs' },
  level: {
    kind: 'number',
    names: { initiative: 0, phase: 1, epic: 2, sprint: 3, task: 4, subtask: 5, step: 6 },
    summary: 'The level in the tree',
  },
  estimate: { kind: 'duration', bare: '<=', summary: 'How long it takes at most' },
  spent: { kind: 'duration', bare: '>=', summary: 'How long it has taken' },
  due: { kind: 'date', relative: 'future', summary: 'When it is due' },
  start: { kind: 'date', relative: 'future', summary: 'The day before which it does not begin' },
  deadline: { kind: 'date', relative: 'future', summary: 'The day after which it is too late' },
  created: { kind: 'date', relative: 'past', summary: 'When it was made' },
  updated: { kind: 'date', relative: 'past', summary: 'When it changed' },
  finished: { kind: 'date', relative: 'past', summary: 'When it was done' },
  conversation: champs('conversation', 'How much is spoken (CHAMPS)'),
  help: champs('help', 'Where help comes from (CHAMPS)'),
  activity: champs('activity', 'What one does (CHAMPS)'),
  movement: champs('movement', 'Where the body is (CHAMPS)'),
  participation: champs('participation', 'With whom (CHAMPS)'),
  success: champs('success', 'When it counts as done (CHAMPS)'),
  sort: {
    kind: 'sort',
    keys: { created: ['newest', 'date'], due: [], priority: [], score: ['urgency'] },
    summary: 'The order; a minus turns it round',
  },
} as const satisfies FieldTable

/** A facet of CHAMPS as a field: its vocabulary is closed. */
function champs(facet: ChampsFacet, summary: string): KeywordField {
  return { kind: 'keyword', values: Object.fromEntries(champsVocabulary[facet].map((value) => [value, []])), summary }
}
