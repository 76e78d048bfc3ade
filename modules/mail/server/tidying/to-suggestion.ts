import { toInstant } from '#base/time.ts'
import type { SuggestedTask } from '../../contract.ts'
import type { SuggestionRow } from './tables.ts'

/** A row of suggestions as the API shows it. */
export function toSuggestion(row: SuggestionRow): SuggestedTask {
  return {
    id: row.id,
    messageId: row.message_id,
    title: row.title,
    dueOn: row.due_on,
    reason: row.reason as SuggestedTask['reason'],
    quote: row.quote,
    state: row.state as SuggestedTask['state'],
    createdAt: toInstant(row.created_at),
  }
}
