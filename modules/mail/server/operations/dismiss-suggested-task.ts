import { dismissSuggestedTask, suggestionChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { toSuggestion } from '../tidying/to-suggestion.ts'

export default command(dismissSuggestedTask, async ({ db, actor, emit, fail }, { id, dismissed }) => {
  const row = await db
    .selectFrom('mail_suggestion')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .executeTakeFirst()
  if (!row) return fail('suggestion-not-found')
  if (row.state === 'approved') return fail('already-approved')

  const state = dismissed ? 'dismissed' : 'open'
  await db.updateTable('mail_suggestion').set({ state }).where('id', '=', id).execute()
  emit(suggestionChanged, { id })
  return toSuggestion({ ...row, state })
})
