import { basename, join } from 'node:path'
import { fields, fingerprint, readWithDaybook, type FieldName, type Fingerprint } from '../reading.ts'
import { readWithMailparser, readWithPostal, readWithPython } from './read-with-libraries.ts'

export const parsers = ['postal-mime', 'mailparser', 'python'] as const
export type Parser = (typeof parsers)[number]

/** How the parsers stand on one field of one message. */
export type Vote = {
  path: string
  field: FieldName
  /** What at least two of the three say; undefined where no two agree. */
  majority: string | null | undefined
  daybook: string | null
  /** The parsers that say what Daybook says. */
  withDaybook: Parser[]
}

/** Let the three parsers vote on every field of the messages, which are named by their path under `folder`. */
export async function vote(folder: string, paths: string[]): Promise<Vote[]> {
  const python = readWithPython(paths.map((path) => join(folder, path)))
  const votes: Vote[] = []
  for (const path of paths) {
    const file = join(folder, path)
    const readings: Record<Parser, Fingerprint | null> = {
      'postal-mime': await readWithPostal(file).then(fingerprint).catch(gaveUp('postal-mime', path)),
      mailparser: await readWithMailparser(file).then(fingerprint).catch(gaveUp('mailparser', path)),
      python: python.get(file) ? fingerprint(python.get(file)!) : gaveUp('python', path)('see read_with_python.py'),
    }
    const daybook = fingerprint(readWithDaybook(file))
    for (const field of fields) votes.push(count(path, field, readings, daybook[field]))
  }
  return votes
}

function gaveUp(parser: Parser, path: string): (error: unknown) => null {
  return (error) => {
    console.warn(`${parser} gives up on ${basename(path)}: ${String(error)}`)
    return null
  }
}

function count(
  path: string,
  field: FieldName,
  readings: Record<Parser, Fingerprint | null>,
  daybook: string | null,
): Vote {
  const answers = parsers.map((parser) => readings[parser]?.[field])
  const majority = answers.find((answer, i) => answer !== undefined && answers.indexOf(answer) !== i)
  return { path, field, majority, daybook, withDaybook: parsers.filter((_, i) => answers[i] === daybook) }
}
