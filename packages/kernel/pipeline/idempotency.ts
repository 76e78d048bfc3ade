import { createHash } from 'node:crypto'
import { stableJson } from '#base/stable-json.ts'
import type { Caller } from '../kernel.ts'
import type { Transaction } from '../database/port.ts'
import { commonFailure, type Failure } from '../failure.ts'

/** How long an answer is kept for replays. */
const IDEMPOTENCY_MILLISECONDS = 24 * 60 * 60 * 1000

/** A command's answer under its key: the earlier answer, a refusal, or null when it is new. */
export class Idempotency {
  readonly #transaction: Transaction
  readonly #scope: [string, string, string, string]
  readonly #inputHash: string

  private constructor(transaction: Transaction, scope: [string, string, string, string], inputHash: string) {
    this.#transaction = transaction
    this.#scope = scope
    this.#inputHash = inputHash
  }

  /** Null when the caller gave no key. The key is of one person, workspace and operation. */
  static of(transaction: Transaction, caller: Caller, operation: string, input: unknown): Idempotency | null {
    if (!caller.idempotencyKey || !caller.actor) return null
    const hash = createHash('sha256').update(stableJson(input)).digest('hex')
    return new Idempotency(
      transaction,
      [caller.actor.workspaceId, caller.actor.id, operation, caller.idempotencyKey],
      hash,
    )
  }

  async find(now: number): Promise<{ answer: unknown } | { failure: Failure } | null> {
    if (this.#transaction.dialect === 'postgres' && (await this.#claim(now))) return null
    const row = await this.#transaction.get(
      'SELECT input_hash, answer FROM idempotency WHERE workspace_id = ? AND actor_id = ? AND operation = ? AND key = ? AND at >= ?',
      ...this.#scope,
      now - IDEMPOTENCY_MILLISECONDS,
    )
    if (!row) return null
    if (row.input_hash !== this.#inputHash) return { failure: commonFailure('idempotency-key-reused') }
    return { answer: JSON.parse(String(row.answer)) }
  }

  async keep(answer: unknown, now: number): Promise<void> {
    // On PostgreSQL the sealer does: here a look for what is old would conflict with whoever writes beside it.
    if (this.#transaction.dialect === 'sqlite') await forgetAnswers(this.#transaction, now, 20)
    await this.#transaction.run(STORE, ...this.#scope, this.#inputHash, JSON.stringify(answer ?? null), now)
  }

  /**
   * Takes the key before anything is read: a look for a row that is not there conflicts with every other key that is
   * new (decision 0040). A command of the same key that is under way is waited for. False when there is an answer.
   */
  async #claim(now: number): Promise<boolean> {
    const { changes } = await this.#transaction.run(
      `${STORE} WHERE idempotency.at < ?`,
      ...this.#scope,
      this.#inputHash,
      'null',
      now,
      now - IDEMPOTENCY_MILLISECONDS,
    )
    return changes === 1
  }
}

const STORE = `INSERT INTO idempotency (workspace_id, actor_id, operation, key, input_hash, answer, at) VALUES (?, ?, ?, ?, ?, ?, ?)
   ON CONFLICT (workspace_id, actor_id, operation, key) DO UPDATE SET input_hash = excluded.input_hash, answer = excluded.answer, at = excluded.at`

/** Forgets some answers that are too old to be replayed: more than the commands between two calls make, so that the table shrinks. */
export async function forgetAnswers(transaction: Transaction, now: number, limit: number): Promise<void> {
  await transaction.run(
    `DELETE FROM idempotency WHERE (workspace_id, actor_id, operation, key) IN
       (SELECT workspace_id, actor_id, operation, key FROM idempotency WHERE at < ? ORDER BY at LIMIT ?)`,
    now - IDEMPOTENCY_MILLISECONDS,
    limit,
  )
}
