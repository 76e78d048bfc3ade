import type { Database, Transaction } from '../database/port.ts'

/** Where a subscription stands; `held` when another process carries it out just now. */
export interface Cursor {
  position: number
  held: boolean
}

/** A process that died holds a subscription no longer than this. What a reaction does twice it must bear anyway. */
const LEASE_MILLISECONDS = 30_000
/** The server's clock: those of several machines differ. */
const NOW = 'CAST(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)'

/** The position of a subscription, which begins at 0. */
export async function openCursor(transaction: Transaction, name: string): Promise<number> {
  await transaction.run(
    "INSERT INTO subscriptions (name, position, state) VALUES (?, 0, 'active') ON CONFLICT DO NOTHING",
    name,
  )
  return storedPosition(transaction, name)
}

/**
 * Locks a cursor for the transaction. On SQLite its only process knows the position; on PostgreSQL it is the stored
 * one, and a cursor that another process has locked is left to it.
 */
export async function takeCursor(transaction: Transaction, name: string, known: number): Promise<Cursor> {
  if (transaction.dialect === 'sqlite') return { position: known, held: false }
  const row = await transaction.get('SELECT position FROM subscriptions WHERE name = ? FOR UPDATE SKIP LOCKED', name)
  if (row) return { position: Number(row.position), held: false }
  return { position: await storedPosition(transaction, name), held: true }
}

/** Locks a cursor, however long another process has it. */
export async function waitForCursor(transaction: Transaction, name: string): Promise<void> {
  if (transaction.dialect === 'postgres')
    await transaction.get('SELECT position FROM subscriptions WHERE name = ? FOR UPDATE', name)
}

/** Takes a cursor for longer than a transaction: a reaction calls commands, which have their own. */
export async function leaseCursor(database: Database, name: string, known: number, holder: string): Promise<Cursor> {
  if (database.dialect === 'sqlite') return { position: known, held: false }
  return database.write(
    async (transaction) => {
      const row = await transaction.get(
        `UPDATE subscriptions SET holder = ?, lease_until = ${NOW} + ? WHERE name = ?
           AND (holder IS NULL OR holder = ? OR lease_until < ${NOW}) RETURNING position`,
        holder,
        LEASE_MILLISECONDS,
        name,
        holder,
      )
      if (row) return { position: Number(row.position), held: false }
      return { position: await storedPosition(transaction, name), held: true }
    },
    { bulk: true, isolation: 'read-committed' },
  )
}

/** Gives a lease back, so that another process need not wait for its end. */
export async function endLease(database: Database, name: string, holder: string): Promise<void> {
  if (database.dialect === 'sqlite') return
  await database.write(
    (transaction) =>
      Promise.resolve(
        transaction.run('UPDATE subscriptions SET holder = NULL WHERE name = ? AND holder = ?', name, holder),
      ),
    { isolation: 'read-committed' },
  )
}

export async function moveCursor(transaction: Transaction, name: string, position: number): Promise<void> {
  await transaction.run('UPDATE subscriptions SET position = ? WHERE name = ?', position, name)
}

async function storedPosition(transaction: Transaction, name: string): Promise<number> {
  const row = await transaction.get('SELECT position FROM subscriptions WHERE name = ?', name)
  return Number(row!.position)
}
