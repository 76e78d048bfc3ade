import { usageError } from './usage-error.ts'
import { closest } from './closest.ts'

/** How an option is written: alone, or with a value after it. */
export type OptionKind = 'flag' | 'value'

/** A command line taken apart: plain words in order, and every value an option was given. */
export interface Scanned {
  words: string[]
  /** Values an option, in order; a flag has 'true' or 'false', an emptied option null. */
  options: Map<string, (string | null)[]>
}

/**
 * Takes a command line apart. Only `--name` is an option: a word such as `-review` is text, so that searches survive.
 * After a lone `--` everything is text. `--no-name` is false for a flag and empties any other option.
 */
export function scan(argv: readonly string[], known: ReadonlyMap<string, OptionKind>): Scanned {
  const words: string[] = []
  const options: Scanned['options'] = new Map()
  const add = (name: string, value: string | null) => options.set(name, [...(options.get(name) ?? []), value])

  for (let index = 0; index < argv.length; index++) {
    const word = argv[index]!
    if (word === '--') return { words: [...words, ...argv.slice(index + 1)], options }
    if (!OPTION.test(word)) {
      words.push(word)
      continue
    }
    const at = word.indexOf('=')
    const name = at < 0 ? word.slice(2) : word.slice(2, at)
    const inline = at < 0 ? null : word.slice(at + 1)
    const kind = known.get(name)
    const negated = name.startsWith('no-') ? known.get(name.slice(3)) : undefined

    if (kind === 'flag') add(name, inline ?? 'true')
    else if (kind === 'value') add(name, inline ?? valueAfter(name, argv[++index]))
    else if (negated && inline === null) add(name.slice(3), negated === 'flag' ? 'false' : null)
    else throw unknownOption(name, known)
  }
  return { words, options }
}

const OPTION = /^--[a-z][a-z0-9-]*(?:=|$)/i

function valueAfter(name: string, value: string | undefined): string {
  if (value === undefined) throw usageError(`--${name} needs a value`)
  return value
}

function unknownOption(name: string, known: ReadonlyMap<string, OptionKind>): Error {
  const near = closest(name, [...known.keys()])
  const remedy = near ? `Did you mean --${near}?` : 'Put "--" before words that begin with two dashes.'
  return usageError(`There is no option --${name} here`, remedy)
}
