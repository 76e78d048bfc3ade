import type { AnyOperation } from '#contract/operation.ts'
import { auditNameOf } from '../actor.ts'
import type { Caller } from '../kernel.ts'
import type { Services } from '../services.ts'
import { appendAudit } from './chain.ts'

const FLUSH_MILLISECONDS = 60_000

/** Refusals are audited too: one entry each for people, one entry a minute and operation for callers nobody knows. */
export class Refusals {
  readonly #services: Services
  readonly #anonymous = new Map<string, { operation: AnyOperation; surface: string; count: number }>()
  readonly #writing = new Set<Promise<unknown>>()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(services: Services) {
    this.#services = services
  }

  note(operation: AnyOperation, caller: Caller, code: string): void {
    if (caller.actor) {
      const { workspaceId } = caller.actor
      this.#write({
        workspaceId,
        actorId: auditNameOf(caller.actor),
        surface: caller.surface,
        operation: operation.name,
        outcome: code,
        requestId: caller.requestId,
        after: null,
      })
      return
    }
    const key = `${operation.name} ${caller.surface}`
    const entry = this.#anonymous.get(key) ?? { operation, surface: caller.surface, count: 0 }
    entry.count += 1
    this.#anonymous.set(key, entry)
    this.#timer ??= setTimeout(() => this.#flush(), FLUSH_MILLISECONDS)
    this.#timer.unref()
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    this.#flush()
    await Promise.all(this.#writing)
  }

  #flush(): void {
    this.#timer = undefined
    for (const { operation, surface, count } of this.#anonymous.values()) {
      const after = { refusals: count }
      this.#write({
        workspaceId: '',
        actorId: 'anonymous',
        surface,
        operation: operation.name,
        outcome: 'not-signed-in',
        requestId: '',
        after,
      })
    }
    this.#anonymous.clear()
  }

  #write(entry: {
    workspaceId: string
    actorId: string
    surface: string
    operation: string
    outcome: string
    requestId: string
    after: unknown
  }): void {
    const { database, sealer, clock, log } = this.#services
    const writing = database
      .write((transaction) => appendAudit(transaction, { ...entry, subject: null, at: clock(), before: null }), {
        isolation: 'read-committed',
      })
      .then(() => sealer.wake())
      .catch((cause: unknown) => log.error({ operation: entry.operation, cause }, 'audit.refusal-not-written'))
      .finally(() => this.#writing.delete(writing))
    this.#writing.add(writing)
  }
}
