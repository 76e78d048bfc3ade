import type { Fetched } from './fetch-entries.ts'

/** Base64url characters of all that is kept. */
const MOST = 16_000_000

/** Messages that were looked at: a look costs as much as the whole message, so it is kept for whoever fetches it next. */
export class KeptLooks {
  readonly #kept = new Map<number, Fetched>()
  #size = 0

  keep(fetched: Fetched): void {
    this.#drop(fetched.entry.uid)
    this.#kept.set(fetched.entry.uid, fetched)
    this.#size += sizeOf(fetched)
    for (const uid of this.#kept.keys()) {
      if (this.#size <= MOST) break
      this.#drop(uid)
    }
  }

  /** Those of some messages, which are kept no more. */
  take(uids: readonly number[]): Fetched[] {
    return uids.flatMap((uid) => {
      const fetched = this.#kept.get(uid)
      this.#drop(uid)
      return fetched ?? []
    })
  }

  clear(): void {
    this.#kept.clear()
    this.#size = 0
  }

  #drop(uid: number): void {
    const fetched = this.#kept.get(uid)
    if (fetched && this.#kept.delete(uid)) this.#size -= sizeOf(fetched)
  }
}

const sizeOf = ({ message }: Fetched) => message?.raw?.length ?? 0
