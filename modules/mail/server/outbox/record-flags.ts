import type { CommandContext } from '#kernel/context.ts'
import type { MailTables, MessageRow } from '../database.ts'
import type { Flags } from '../store/change-messages.ts'
import type { MessageChange } from './change.ts'
import { recordChanges } from './record-changes.ts'

type Context = Pick<CommandContext<MailTables>, 'db' | 'actor' | 'now' | 'enqueue'>

/** Notes for the servers what flags change of messages; `rows` as they were before. */
export function recordFlags(context: Context, rows: readonly MessageRow[], flags: Flags): Promise<void> {
  return recordChanges(context, new Map(rows.map((row) => [row.id, changeBy(row, flags)])))
}

/** What flags change of a message. */
export function changeBy(row: MessageRow, { seen, starred, answered, place }: Flags): MessageChange {
  const aspects: MessageChange['aspects'] = []
  if (seen !== undefined && row.seen !== Number(seen)) aspects.push('seen')
  if (starred !== undefined && row.starred !== Number(starred)) aspects.push('starred')
  if (answered !== undefined && row.answered !== Number(answered)) aspects.push('answered')
  if (place !== undefined && row.place !== place) aspects.push('place')
  return { aspects, added: [], removed: [] }
}
