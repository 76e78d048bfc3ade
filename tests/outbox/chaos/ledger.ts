/** Who wrote a side of a message, what, and whether it surely got there: who is killed while answering says nothing. */
export interface Write {
  by: 'here' | 'server'
  value: string
  sure: boolean
}

export const ASPECTS = ['seen', 'starred', 'place'] as const
export type Aspect = (typeof ASPECTS)[number]

/** How a message is on one side. */
export interface State {
  seen: string
  starred: string
  place: string
  labels: string[]
}

/** What was done to messages since both sides were last seen to agree. */
export class Ledger {
  /** Every message that is to be there, and its row here once that is known. */
  readonly alive = new Map<string, { id: string | null }>()
  /** Those of which it is open whether they are. */
  readonly open = new Set<string>()
  readonly #writes = new Map<string, Write[]>()
  readonly #labelled = new Map<string, Write[]>()

  write(token: string, aspect: Aspect, write: Write): void {
    const key = `${token} ${aspect}`
    this.#writes.set(key, [...(this.#writes.get(key) ?? []), write])
  }

  label(token: string, write: Write): void {
    this.#labelled.set(token, [...(this.#labelled.get(token) ?? []), write])
  }

  writes(token: string, aspect: Aspect): readonly Write[] {
    return this.#writes.get(`${token} ${aspect}`) ?? []
  }

  /** What the side that alone wrote it wants; null where both did, or nobody knows. */
  wanted(token: string, aspect: Aspect): string | null {
    const writes = this.writes(token, aspect)
    const isOne = writes.length > 0 && writes.every(({ by, sure }) => by === writes[0]!.by && sure)
    return isOne ? writes.at(-1)!.value : null
  }

  wantedLabels(token: string): ReadonlyMap<string, boolean> {
    const writes = this.#labelled.get(token) ?? []
    if (this.writes(token, 'place').length > 0 || writes.some(({ by, sure }) => by === 'server' || !sure))
      return new Map()
    return new Map(writes.map(({ value }) => [value.slice(1), value.startsWith('+')]))
  }

  settle(): void {
    this.#writes.clear()
    this.#labelled.clear()
    this.open.clear()
  }
}
