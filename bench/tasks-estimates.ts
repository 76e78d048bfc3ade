import { COVERED } from '#modules/insights/server/estimates/adaptive-range.ts'
import { newSums, takeIn, toBackTest, type BackTest } from '#modules/insights/server/estimates/back-test.ts'
import { newEstimator } from '#modules/insights/server/estimates/estimator.ts'
import type { PastTask } from '#modules/insights/server/estimates/past-task.ts'
import { atLeast, atMost, notRun, type Check } from './lib/check.ts'
import { NO_LOGS, readRenzo, readSip } from './lib/duration-logs.ts'
import { say } from './lib/say.ts'

const ERROR_SIP = 0.8
const ERROR_RENZO = 0.5
/** Of the error of the median of a person's past tasks. */
const OF_MEDIAN = 0.95
const LEAST_HELD = 77
const MOST_HELD = 85
const WORSE_THAN_OWN = 1.01
/** With fewer tasks a share says more of chance than of ranges. */
const TELLING = 50
/** A count that is rarer is none of chance. */
const UNLIKELY = 0.05

/** `tasks.estimates`: two public logs in the order of time, each estimate made from earlier tasks alone. */
export async function run(): Promise<{ checks: Check[] }> {
  const logs = {
    'SiP by person': await readSip('person'),
    'SiP by task': await readSip('task'),
    'Renzo, all': await readRenzo('all'),
    'Renzo, done': await readRenzo('done'),
  }
  const tests = Object.entries(logs).flatMap(([name, rows]) => (rows ? [{ name, test: backTest(name, rows) }] : []))
  if (tests.length < 4) return { checks: [notRun('estimates', ERROR_SIP, NO_LOGS)] }

  const [sip, , renzo] = tests.map(({ test }) => test)
  return {
    checks: [
      atMost('SiP by person: mean |ln(predicted/actual)|', sip!.error, ERROR_SIP, sip),
      atMost('Renzo, all: mean |ln(predicted/actual)|', renzo!.error, ERROR_RENZO, renzo),
      ...tests.flatMap(({ name, test }) => [
        atMost(`${name}: error of that of the median`, test.error / test.medianError, OF_MEDIAN, {
          error: test.error,
          medianError: test.medianError,
        }),
        atMost(`${name}: suggestion of own`, test.own.suggestedError / test.own.error, WORSE_THAN_OWN, test.own),
        atMost(`${name}: the same of the person who fared worst`, test.worstPerson, WORSE_THAN_OWN),
        ...coverage(name, test),
      ]),
      ...coverage('SiP by person and Renzo, all', together(sip!, renzo!)),
    ],
  }
}

/** A back-test, and of the person whose suggestions fared worst: their error over that of the person's own estimates. */
type Tested = BackTest & { worstPerson: number }

function backTest(name: string, rows: PastTask[]): Tested {
  const estimator = newEstimator()
  const sums = newSums()
  const people = new Map<string, { own: number; suggested: number }>()
  for (const row of rows) {
    const { suggested } = takeIn(estimator, sums, row)
    if (row.ownMinutes === null || suggested === null) continue
    const person = people.get(row.person) ?? { own: 0, suggested: 0 }
    people.set(row.person, person)
    person.own += Math.abs(Math.log(row.ownMinutes / row.minutes))
    person.suggested += Math.abs(Math.log(suggested / row.minutes))
  }
  const worst = Math.max(
    ...[...people.values()].filter(({ own }) => own > 0).map((person) => person.suggested / person.own),
  )
  const test = { ...toBackTest(sums), worstPerson: worst }
  const { tasks, error, medianError, own, bands } = test
  say(`${name}: ${tasks} tasks, error ${error.toFixed(4)} (median of the past ${medianError.toFixed(4)})`)
  say(`  own ${own.error.toFixed(4)}, suggested ${own.suggestedError.toFixed(4)}, ${own.corrected} corrected`)
  for (const { upTo, tasks: of, held, width } of bands)
    say(
      `  up to ${upTo ?? 'any'} past: ${held} of ${of} held (${percent(held, of).toFixed(1)} %), width ${width.toFixed(2)}`,
    )
  return test
}

/** What ranges held in each band of history; of a band of few tasks only whether chance explains it. */
function coverage(name: string, { bands }: Pick<BackTest, 'bands'>): Check[] {
  return bands.flatMap(({ upTo, tasks, held }) => {
    const of = `${name}: % held, up to ${upTo ?? 'any'} past tasks`
    const detail = { held, tasks }
    if (tasks < TELLING) return [atLeast(`${of}, by chance alone`, chanceOf(held, tasks), UNLIKELY, detail)]
    const share = percent(held, tasks)
    return [atLeast(of, share, LEAST_HELD, detail), atMost(of, share, MOST_HELD, detail)]
  })
}

/** How likely a count as rare as this one is, where each of the tasks is held with COVERED (exact binomial test). */
function chanceOf(held: number, tasks: number): number {
  const likelihoods = Array.from({ length: tasks + 1 }, (_, count) => likelihoodOf(count, tasks))
  const own = likelihoods[held]!
  return likelihoods.filter((other) => other <= own * (1 + 1e-9)).reduce((sum, other) => sum + other, 0)
}

function likelihoodOf(count: number, tasks: number): number {
  let ways = 1
  for (let index = 0; index < count; index++) ways *= (tasks - index) / (index + 1)
  return ways * COVERED ** count * (1 - COVERED) ** (tasks - count)
}

function together(one: BackTest, other: BackTest): Pick<BackTest, 'bands'> {
  return {
    bands: one.bands.map((band, index) => ({
      ...band,
      tasks: band.tasks + other.bands[index]!.tasks,
      held: band.held + other.bands[index]!.held,
    })),
  }
}

function percent(part: number, whole: number): number {
  return (100 * part) / whole
}
