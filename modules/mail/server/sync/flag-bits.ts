/** Flags of a placement as bits: small, and compared at once. */
export const FlagBit = { seen: 1, answered: 2, flagged: 4, draft: 8, deleted: 16 } as const

const BITS: Record<string, number> = {
  '\\seen': FlagBit.seen,
  '\\answered': FlagBit.answered,
  '\\flagged': FlagBit.flagged,
  '\\draft': FlagBit.draft,
  '\\deleted': FlagBit.deleted,
}

/** Flags as a server names them, as bits and keywords (RFC 9051, 2.3.2). `\Recent` says nothing of the message. */
export function toFlagBits(flags: readonly string[]): { bits: number; keywords: string[] } {
  let bits = 0
  const keywords: string[] = []
  for (const flag of flags) {
    const bit = BITS[flag.toLowerCase()]
    if (bit !== undefined) bits |= bit
    else if (!flag.startsWith('\\')) keywords.push(flag)
  }
  return { bits, keywords: keywords.sort() }
}
