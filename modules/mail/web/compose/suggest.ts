import type { Address } from '#modules/mail/contract.ts'

const MOST = 6

/** The people whose name or address has a word that begins as what is typed, best known first, without those chosen. */
export function fitting(known: readonly Address[], text: string, chosen: readonly Address[]): Address[] {
  const typed = text.trim().toLowerCase()
  if (typed === '') return []
  const taken = new Set(chosen.map(({ address }) => address.toLowerCase()))
  const found: Address[] = []
  for (const person of known) {
    if (found.length === MOST) break
    if (!taken.has(person.address.toLowerCase()) && fits(person, typed)) found.push(person)
  }
  return found
}

function fits({ name, address }: Address, typed: string): boolean {
  if (address.toLowerCase().startsWith(typed)) return true
  return `${name} ${address}`
    .toLowerCase()
    .split(/[\s.@_+-]+/)
    .some((word, index, words) => words.slice(index).join(' ').startsWith(typed) || word.startsWith(typed))
}
