import { plus } from '#kernel/database/raw.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { Place } from '../../contract.ts'
import type { MailTables, MessageRow } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { chunks } from './rows.ts'

/** What of a message can be changed by a person. */
export interface Flags {
  seen?: boolean | undefined
  starred?: boolean | undefined
  answered?: boolean | undefined
  place?: Place | undefined
}

/** The messages of an owner by id; null when one of them is not there. */
export async function findMessages(
  db: WriteDatabase<MailTables>,
  ownerId: string,
  ids: string[],
): Promise<MessageRow[] | null> {
  const rows: MessageRow[] = []
  for (const part of chunks([...new Set(ids)])) {
    rows.push(
      ...(await db
        .selectFrom('mail_message')
        .selectAll()
        .where('owner_id', '=', ownerId)
        .where('id', 'in', part)
        .where('place', '!=', COPY_PLACE)
        .execute()),
    )
  }
  return rows.length === new Set(ids).size ? rows : null
}

/** The rows that the flags would change. */
export function changedBy(rows: MessageRow[], flags: Flags): MessageRow[] {
  return rows.filter(
    (row) =>
      (flags.seen !== undefined && row.seen !== Number(flags.seen)) ||
      (flags.starred !== undefined && row.starred !== Number(flags.starred)) ||
      (flags.answered !== undefined && row.answered !== Number(flags.answered)) ||
      (flags.place !== undefined && row.place !== flags.place),
  )
}

/** Sets the flags of messages and counts their revision up. */
export async function setFlags(db: WriteDatabase<MailTables>, ids: string[], flags: Flags): Promise<void> {
  for (const part of chunks(ids)) {
    await db
      .updateTable('mail_message')
      .set({
        rev: plus('rev', 1),
        ...(flags.seen !== undefined && { seen: Number(flags.seen) }),
        ...(flags.starred !== undefined && { starred: Number(flags.starred) }),
        ...(flags.answered !== undefined && { answered: Number(flags.answered) }),
        ...(flags.place !== undefined && { place: flags.place }),
      })
      .where('id', 'in', part)
      .execute()
  }
}

/** Counts revisions up: what a list shows of these messages has changed. */
export async function touch(db: WriteDatabase<MailTables>, ids: string[]): Promise<void> {
  for (const part of chunks(ids))
    await db
      .updateTable('mail_message')
      .set({ rev: plus('rev', 1) })
      .where('id', 'in', part)
      .execute()
}

/** How messages were before a change, for an undo. */
export function flagsOf(row: MessageRow) {
  return { id: row.id, seen: row.seen === 1, starred: row.starred === 1, place: row.place as Place }
}
