// Writes tests/mime/expected.json and disagreements.md from the sample mail. Run it with Bun from the project's root.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { messagesUnder, sampleMail } from '../samples.ts'
import type { Fingerprint } from '../reading.ts'
import { decisions } from './decisions.ts'
import { describeDisagreements } from './disagreements.ts'
import { vote, type Vote } from './vote.ts'

const folder = sampleMail()
if (!folder) throw new Error('There is no sample mail: set DAYBOOK_SAMPLES to its folder')

const votes = await vote(folder, [...messagesUnder(folder, 'mime'), ...messagesUnder(folder, 'threads')])
const undecided = votes.filter((entry) => isDisputed(entry) && !decisions.has(placeOf(entry)))
for (const entry of undecided) console.error(`undecided: ${placeOf(entry)}`)
const idle = [...decisions.keys()].filter(
  (place) => !votes.some((entry) => placeOf(entry) === place && isDisputed(entry)),
)
for (const place of idle) console.error(`decided without a dispute: ${place}`)
if (undecided.length + idle.length > 0) process.exit(1)

const expected: Record<string, Fingerprint> = {}
for (const entry of votes) {
  const message = (expected[entry.path] ??= {} as Fingerprint)
  message[entry.field] = (isDisputed(entry) ? entry.daybook : entry.majority) ?? null
}
writeFileSync(join(import.meta.dirname, '../expected.json'), `${JSON.stringify(expected, null, 2)}\n`)
writeFileSync(join(import.meta.dirname, '../disagreements.md'), describeDisagreements(votes.filter(isDisputed), votes))

function placeOf({ path, field }: Vote): string {
  return `${path} ${field}`
}

/** No two parsers agree, or two agree on something else than Daybook. Text that two do not see is not compared. */
function isDisputed({ field, majority, daybook }: Vote): boolean {
  if (field === 'text' && majority === null) return false
  return majority === undefined || majority !== daybook
}
