import { promptChanged, updatePrompt } from '../../contract.ts'
import { command } from '../database.ts'
import { findOwnPrompt, isBuiltIn } from '../prompts/find-prompt.ts'
import { toPrompt } from '../prompts/to-prompt.ts'

export default command(updatePrompt, async ({ db, actor, emit, fail, now }, { id, ...given }) => {
  if (isBuiltIn(id)) return fail('built-in')
  const prompt = await findOwnPrompt(db, actor, id)
  if (!prompt || prompt.deleted_at !== null) return fail('prompt-not-found')
  const name = given.name ?? prompt.name
  const changes = {
    name,
    name_order: name.normalize('NFKC').toLowerCase(),
    text: given.text ?? prompt.text,
    updated_at: now(),
  }
  await db.updateTable('capture_prompt').set(changes).where('id', '=', id).execute()
  emit(promptChanged, { id })
  return toPrompt({ ...prompt, ...changes })
})
