import type { Recurring } from './recurring.ts'

/** What quick add asks of chrono: one of its languages, with our own wordings beside its. */
export interface DateReader {
  parse(
    text: string,
    reference: { instant: Date; timezone: number },
    options: { forwardDate: boolean },
  ): readonly FoundDate[]
}

/** Words that chrono takes for a date. */
export interface FoundDate {
  index: number
  text: string
  start: FoundComponents
  end?: FoundComponents | null | undefined
}

type Component = 'year' | 'month' | 'day' | 'weekday' | 'hour' | 'minute' | 'meridiem'

interface FoundComponents {
  isCertain(component: Component): boolean
  get(component: Component): number | null
}

/** A wording that chrono lacks; `today` is the wall clock as if it were UTC. */
export interface Wording {
  pattern: RegExp
  read: (
    match: RegExpMatchArray,
    today: Date,
  ) => Partial<Record<'year' | 'month' | 'day' | 'hour' | 'minute', number>> | null
}

/** The words by which a language says dates, and by which a date is told from a name. Patterns match lower case. */
export interface Language {
  dates: DateReader
  /** The preposition before a date, at the end of a text; group 1 is what belongs to the date. */
  lead: RegExp
  /** The same at the beginning of what chrono takes. */
  leadInside: RegExp
  /** Prepositions that say when to start rather than when it is due. */
  startLead: RegExp
  /** Prepositions that make a time a limit which is no due time: after. */
  afterLead: RegExp
  /** Prepositions that make a month alone a date. */
  monthLead: RegExp
  /** Whether words begin (or, in German, end) as people write a thing to do. */
  deed: (words: readonly string[]) => boolean
  /** First words whose object is often a title: watch, read. */
  media: RegExp
  /** First words after which a fraction is a size: buy. */
  buying: RegExp
  /** Words for what has a date of its own: dentist, meeting. */
  event: RegExp
  /** Words that take the date after them into a name or a sentence: black (Friday). */
  notBefore: RegExp
  /** Words that take the date before them: (tomorrow) never. */
  notAfter: RegExp
  /** Words that follow a date inside a task: with, about. */
  goesOn: RegExp
  /** Short names of days that are words as well: sun, so, mer. */
  ambiguous: RegExp
  /** One word that is a day by itself: tomorrow. */
  relative: RegExp
  /** Several words that can hardly be anything but a date: next week. */
  relativePhrase: RegExp
  /** A day of the month that only a date is written like: 2nd. */
  ordinal: RegExp
  /** A day and month that a fraction is written like: 5/2. */
  slashed: RegExp
  /** Words of dates that have a capital in any case: May, Montag. */
  capital: RegExp
  /** What chrono takes for a date and people do not. */
  never: RegExp
  /** The word for the next day. German has it for the morning too, and chrono cannot always tell. */
  tomorrow: string
  /** Parts of today, said without a day. */
  tonight: RegExp
  nextWeek: RegExp
  nextMonth: RegExp
  nextYear: RegExp
  /** A part of the day behind a repetition: every sunday (morning). */
  partAfter: RegExp
  partsOfDay: readonly (readonly [pattern: RegExp, hour: number])[]
  /** Prepositions that make a bare number an hour: at (5). */
  hourLead: RegExp
  /** Hours that are in the afternoon when 1 to 6: "at 5". */
  bareHour: RegExp
  /** Whether names have capitals throughout, so that one inside a line says something. */
  titleCase: boolean
  /** Whether 10h is ten o'clock: from seven on, less is how long. */
  clockHours: boolean
  hours: RegExp
  minutes: RegExp
  recurring: readonly Recurring[]
}
