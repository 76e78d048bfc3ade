import { getDraft } from '../../contract.ts'
import { query } from '../database.ts'
import { attachmentsOf, findDraft } from '../drafts/find-draft.ts'
import { toDraft } from '../drafts/to-draft.ts'

export default query(getDraft, async ({ db, actor, fail }, { id }) => {
  const row = await findDraft(db, actor, id)
  return row ? toDraft(row, await attachmentsOf(db, id)) : fail('draft-not-found')
})
