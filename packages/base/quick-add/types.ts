import type { Language } from './language.ts'

/** Where something stands in the line: offsets of characters, `end` is not part of it. */
export interface Span {
  start: number
  end: number
}

/** What words of a line were taken for. */
type Meaning =
  | { kind: 'date'; on: 'due' | 'start'; date: string | null; time: string | null }
  | { kind: 'recurrence'; rule: string; time: string | null }
  | { kind: 'label'; label: string }
  | { kind: 'project'; id: string; name: string }
  | { kind: 'priority'; priority: number }
  | { kind: 'person'; id: string; name: string }
  | { kind: 'estimate'; minutes: number }

/** Words that are taken out of the title because they mean something, as typed and as understood. */
export type Chip = Span & Meaning & { text: string }

/** Something that is known by a name: a project, a member. */
export interface Named {
  id: string
  name: string
}

/** What a line is read with. */
export interface QuickAddOptions {
  language: Language
  /** Epoch milliseconds. */
  now: number
  /** IANA name. */
  timeZone: string
  projects?: readonly Named[]
  people?: readonly Named[]
  /** Words that the person wants in the title, whatever they may mean. */
  literal?: readonly string[]
}

/** A line read as a task. All that is no chip is its title. */
export interface QuickAdd {
  /** Empty where the line is chips alone. */
  title: string
  /** In the order of the line. */
  chips: Chip[]
  /** `YYYY-MM-DD`. */
  startOn: string | null
  /** Epoch milliseconds; a day without a time ends with its last minute. */
  dueAt: number | null
  priority: number | null
  labels: string[]
  projectId: string | null
  personIds: string[]
  estimateMinutes: number | null
  /** An RRULE of RFC 5545 without its name. */
  recurrence: string | null
}
