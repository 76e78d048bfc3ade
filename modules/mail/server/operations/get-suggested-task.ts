import { getSuggestedTask } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { toSuggestion } from '../tidying/to-suggestion.ts'

export default query(getSuggestedTask, async ({ db, actor, fail }, { id }) => {
  const row = await db
    .selectFrom('mail_suggestion')
    .selectAll()
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .executeTakeFirst()
  return row ? toSuggestion(row) : fail('suggestion-not-found')
})
