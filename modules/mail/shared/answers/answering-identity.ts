import type { Identity } from '../../contract.ts'
import type { Parent } from './parent.ts'

/** Which of one's addresses a message reached, the one named first; undefined where it is none of them. */
export function reachedIdentity<Own extends Pick<Identity, 'address'>>(
  parent: Pick<Parent, 'to' | 'cc' | 'from' | 'headers'>,
  identities: readonly Own[],
): Own | undefined {
  const named = [...parent.to, ...parent.cc, ...parent.from].map(({ address }) => address.toLowerCase())
  for (const reached of [...named, ...deliveredTo(parent)]) {
    const identity = identities.find(({ address }) => address.toLowerCase() === reached)
    if (identity) return identity
  }
  return undefined
}

/** Where it was delivered although no field for people names it: an alias, or a blind copy. */
function deliveredTo({ headers }: Pick<Parent, 'headers'>): string[] {
  return headers
    .filter(({ name }) => /^(?:delivered-to|x-original-to|envelope-to)$/i.test(name))
    .map(({ value }) => value.trim().replace(/^<|>$/g, '').toLowerCase())
}
