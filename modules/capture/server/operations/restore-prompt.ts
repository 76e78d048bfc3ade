import { promptChanged, restorePrompt } from '../../contract.ts'
import { command } from '../database.ts'
import { findOwnPrompt } from '../prompts/find-prompt.ts'
import { toPrompt } from '../prompts/to-prompt.ts'

export default command(restorePrompt, async ({ db, actor, emit, fail }, { id }) => {
  const prompt = await findOwnPrompt(db, actor, id)
  if (!prompt) return fail('prompt-not-found')
  if (prompt.deleted_at === null) return toPrompt(prompt)
  await db.updateTable('capture_prompt').set({ deleted_at: null }).where('id', '=', id).execute()
  emit(promptChanged, { id })
  return toPrompt(prompt)
})
