import type { EnergyForecast } from '../../contract.ts'

/** What a forecast looks at: notes in the order of time. */
export interface Note {
  level: number
  day: string
  hour: number
}

/** Under so many notes an hour says more of chance than of a person. */
export const NEEDED = 30
/** The mean of an hour counts in full only with many notes: the person's mean weighs as much as so many. */
const SHRINK = 4
/** The back-test begins once there is something to have learned from. */
const WARM_UP = 10

/** The mean of each hour, drawn towards the mean of all, and how it fared against "the same as last today". */
export function forecastOf(notes: readonly Note[], today: string): EnergyForecast {
  const n = notes.length
  if (n < NEEDED) return { ready: false, n, needed: NEEDED, hours: [], baseline: null, backTest: null, better: null }
  const all = new Means()
  for (const note of notes) all.take(note)
  const backTest = testBack(notes)
  return {
    ready: true,
    n,
    needed: NEEDED,
    hours: all.hours(),
    baseline: notes.findLast(({ day }) => day === today)?.level ?? rounded(all.mean()),
    backTest,
    better: backTest && (backTest.error < backTest.baselineError ? 'forecast' : 'baseline'),
  }
}

/** Forecasts each note from those before it alone, as it would have been at the time. */
function testBack(notes: readonly Note[]): EnergyForecast['backTest'] {
  const before = new Means()
  let [error, baselineError, tested] = [0, 0, 0]
  for (const [index, note] of notes.entries()) {
    if (index >= WARM_UP) {
      const last = notes[index - 1]!
      const baseline = last.day === note.day ? last.level : before.mean()
      error += Math.abs(before.at(note.hour) - note.level)
      baselineError += Math.abs(baseline - note.level)
      tested++
    }
    before.take(note)
  }
  if (tested === 0) return null
  return { n: tested, error: rounded(error / tested), baselineError: rounded(baselineError / tested) }
}

class Means {
  #sum = 0
  #count = 0
  readonly #byHour = new Map<number, { sum: number; count: number }>()

  take({ level, hour }: Note): void {
    const known = this.#byHour.get(hour) ?? { sum: 0, count: 0 }
    this.#byHour.set(hour, { sum: known.sum + level, count: known.count + 1 })
    this.#sum += level
    this.#count++
  }

  mean(): number {
    return this.#sum / this.#count
  }

  at(hour: number): number {
    const { sum, count } = this.#byHour.get(hour) ?? { sum: 0, count: 0 }
    return (sum + SHRINK * this.mean()) / (count + SHRINK)
  }

  /** From the earliest hour that was noted to the latest. */
  hours(): EnergyForecast['hours'] {
    const noted = [...this.#byHour.keys()]
    const first = Math.min(...noted)
    return Array.from({ length: Math.max(...noted) - first + 1 }, (_, index) => ({
      hour: first + index,
      level: rounded(this.at(first + index)),
      n: this.#byHour.get(first + index)?.count ?? 0,
    }))
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
