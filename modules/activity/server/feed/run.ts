import type { StoredEvent } from '#kernel/context.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { ActivityTables } from '../database.ts'

/** So many of a run are told one by one. */
const SINGLE = 5
/** A longer pause begins another run. */
const PAUSE_MILLISECONDS = 60_000

type Entry = ActivityTables['activity_entry']

/**
 * The same by the same person, one after the other. What an entry holds follows from the events alone, whatever batches
 * they came in: a replay writes the same feed.
 */
export class Run {
  /** The newest entries, the newest first. */
  readonly #entries: Entry[]
  readonly #added: Entry[] = []
  #grown: Entry | null = null

  private constructor(entries: Entry[]) {
    this.#entries = entries
  }

  /** The run that an event may go on. */
  static async open(db: WriteDatabase<ActivityTables>, event: StoredEvent): Promise<Run> {
    const entries = await db
      .selectFrom('activity_entry')
      .selectAll()
      .where('person_id', '=', event.personId ?? '')
      .where('actor_id', '=', event.actorId)
      .where('action', '=', event.type)
      .orderBy('position', 'desc')
      .limit(SINGLE)
      .execute()
    return new Run(
      entries.map(({ position, event_id, at, actor_id, person_id, action, kind, record_id, amount, bulk }) => ({
        position,
        event_id,
        at,
        actor_id,
        person_id,
        action,
        kind,
        record_id,
        amount,
        bulk,
      })),
    )
  }

  take(event: StoredEvent, kind: string): void {
    const newest = this.#entries[0]
    if (newest?.bulk === 1 && event.at - newest.at <= PAUSE_MILLISECONDS) {
      newest.amount += 1
      newest.at = event.at
      newest.event_id = event.id
      if (!this.#added.includes(newest)) this.#grown = newest
      return
    }
    const entry: Entry = {
      position: event.position,
      event_id: event.id,
      at: event.at,
      actor_id: event.actorId,
      person_id: event.personId ?? '',
      action: event.type,
      kind,
      record_id: event.subjectId,
      amount: 1,
      bulk: this.#isLong(event.at) ? 1 : 0,
    }
    this.#added.push(entry)
    this.#entries.unshift(entry)
    this.#entries.length = Math.min(this.#entries.length, SINGLE)
  }

  async save(db: WriteDatabase<ActivityTables>): Promise<void> {
    const grown = this.#grown
    if (grown) {
      const { amount, at, event_id } = grown
      await db
        .updateTable('activity_entry')
        .set({ amount, at, event_id })
        .where('position', '=', grown.position)
        .execute()
    }
    if (this.#added.length > 0) await db.insertInto('activity_entry').values(this.#added).execute()
  }

  /** Whether as many came before, each soon after the other. */
  #isLong(at: number): boolean {
    if (this.#entries.length < SINGLE) return false
    let later = at
    for (const entry of this.#entries) {
      if (entry.bulk === 1 || later - entry.at > PAUSE_MILLISECONDS) return false
      later = entry.at
    }
    return true
  }
}
