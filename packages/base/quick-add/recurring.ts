/** A way of a language to say how often, and the RRULE (RFC 5545) it means. */
export interface Recurring {
  pattern: RegExp
  rule: (match: RegExpMatchArray) => string | null
}

/** What languages name differently and rules write alike. */
interface RecurringWords {
  /** Names of days by their RRULE code. */
  days: Readonly<Record<string, string>>
  units: readonly (readonly [pattern: RegExp, frequency: string])[]
  numbers: Readonly<Record<string, number>>
  months: readonly string[]
}

const WORKDAYS = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'

/** Writes rules from words of one language; null where a word is none of it. */
export class RuleWriter {
  readonly #words: RecurringWords

  constructor(words: RecurringWords) {
    this.#words = words
  }

  /** `tue and thu` as `TU,TH`. */
  codes(list: string): string | null {
    const codes = list.split(/\s*(?:,|&|\/|\s)\s*(?:(?:and|und|et)\s+(?:le\s+)?)?/).map((word) => this.#code(word))
    return codes.every((code) => code !== null) ? [...new Set(codes)].join(',') : null
  }

  weekly(list: string, interval = 1): string | null {
    const codes = this.codes(list)
    return codes === null ? null : `FREQ=WEEKLY${every(interval)};BYDAY=${codes}`
  }

  /** The nth such day of a month; -1 is the last. */
  monthlyOn(nth: number | null, day: string): string | null {
    const code = this.#code(day)
    return code === null || nth === null ? null : `FREQ=MONTHLY;BYDAY=${nth}${code}`
  }

  monthlyDay(day: number, interval = 1): string | null {
    return day >= 1 && day <= 31 ? `FREQ=MONTHLY${every(interval)};BYMONTHDAY=${day}` : null
  }

  yearlyOn(day: number, month: string): string | null {
    const index = this.#words.months.findIndex((name) => month.slice(0, name.length) === name)
    return index < 0 || day < 1 || day > 31 ? null : `FREQ=YEARLY;BYMONTH=${index + 1};BYMONTHDAY=${day}`
  }

  unit(word: string, interval = 1): string | null {
    const found = this.#words.units.find(([pattern]) => pattern.test(word))
    if (!found || interval < 1) return null
    return found[1] === 'QUARTERLY' ? `FREQ=MONTHLY;INTERVAL=${3 * interval}` : `FREQ=${found[1]}${every(interval)}`
  }

  number(word: string | undefined): number | null {
    if (word === undefined) return 1
    return this.#words.numbers[word] ?? (/^\d{1,3}/.test(word) ? Number.parseInt(word, 10) : null)
  }

  workdays(): string {
    return WORKDAYS
  }

  #code(word: string): string | null {
    const bare = word.replace(/\.$/, '')
    return this.#words.days[bare] ?? this.#words.days[bare.replace(/s$/, '')] ?? null
  }
}

function every(interval: number): string {
  return interval === 1 ? '' : `;INTERVAL=${interval}`
}
