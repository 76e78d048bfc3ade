import type { Problem } from '#contract/errors.ts'
import type { PlacedEvent } from '#contract/socket-frames.ts'

/** What somebody wants to be told of. */
export interface EventsWanted {
  /** Names of events, or all of a module as `tasks.*`; everything one may see when left out. */
  types?: readonly string[]
  /** The last position that was seen; what happens from now on when left out. */
  after?: number
  onEvent(placed: PlacedEvent): void
  /** Everything up to this position has been told; also after each break. */
  onCaughtUp?(position: number): void
  /** Events were missed that are not kept any more: what was read before has to be read again. */
  onReset?(): void
  onProblem?(problem: Problem): void
}

/** Problems of a position that is of no use any more: a new beginning mends them. */
const LOST = new Set(['position-ahead', 'position-pruned'])

/** One subscription over all the sockets it outlives: it knows where to go on. */
export class FollowedEvents {
  position: number | undefined
  readonly #wanted: EventsWanted

  constructor(wanted: EventsWanted) {
    this.#wanted = wanted
    this.position = wanted.after
  }

  /** What to subscribe with now. */
  get request(): { types?: readonly string[]; after?: number } {
    const { types } = this.#wanted
    return { ...(types && { types }), ...(this.position !== undefined && { after: this.position }) }
  }

  /** Takes a frame of its id; true when it must be asked for anew. */
  take(frame: Record<string, unknown>): boolean {
    if ('events' in frame) for (const placed of frame.events as PlacedEvent[]) this.#tell(placed)
    else if ('event' in frame) this.#tell(frame as unknown as PlacedEvent)
    else if ('caughtUp' in frame) this.#caughtUp(frame.caughtUp as number)
    else if ('problem' in frame) return this.#refused(frame.problem as Problem)
    return false
  }

  #tell(placed: PlacedEvent): void {
    if (this.position !== undefined && placed.position <= this.position) return
    this.position = placed.position
    this.#wanted.onEvent(placed)
  }

  #caughtUp(position: number): void {
    this.position = Math.max(this.position ?? 0, position)
    this.#wanted.onCaughtUp?.(this.position)
  }

  #refused(problem: Problem): boolean {
    if (!LOST.has(problem.code) || this.position === undefined) {
      this.#wanted.onProblem?.(problem)
      return false
    }
    this.position = undefined
    this.#wanted.onReset?.()
    return true
  }
}
