import { QueryFault } from './query-error.ts'
import type { Token } from './scanner.ts'
import type { Words } from './types.ts'

/** The words of a token. A word with an escaped space in it is a phrase too. */
export function toWords({ text, quoted, prefix, ...span }: Token): Words {
  const words = text.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0)
    throw new QueryFault(
      'bad-value',
      { position: span.position, length: span.length },
      'There is nothing to look for here',
    )
  return { words, phrase: quoted || words.length > 1, prefix }
}
