import { deletePrompt, promptChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { findOwnPrompt, isBuiltIn } from '../prompts/find-prompt.ts'
import { toPrompt } from '../prompts/to-prompt.ts'

const KEPT_MS = 30 * 86_400_000

export default command(deletePrompt, async ({ db, actor, emit, fail, now }, { id }) => {
  if (isBuiltIn(id)) return fail('built-in')
  const prompt = await findOwnPrompt(db, actor, id)
  if (!prompt || prompt.deleted_at !== null) return fail('prompt-not-found')
  await db.updateTable('capture_prompt').set({ deleted_at: now() }).where('id', '=', id).execute()
  // What was deleted a month ago goes with it.
  await db
    .deleteFrom('capture_prompt')
    .where('person_id', '=', prompt.person_id)
    .where('deleted_at', 'is not', null)
    .where('deleted_at', '<', now() - KEPT_MS)
    .execute()
  emit(promptChanged, { id })
  return toPrompt(prompt)
})
