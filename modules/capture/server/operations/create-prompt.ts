import { uuidv7 } from '#base/ids.ts'
import { personOf } from '#kernel/actor.ts'
import { createPrompt, promptChanged } from '../../contract.ts'
import { command, type PromptRow } from '../database.ts'
import { toPrompt } from '../prompts/to-prompt.ts'

export default command(createPrompt, async ({ db, actor, emit, now }, { name, text }) => {
  const row: PromptRow = {
    id: uuidv7(),
    person_id: personOf(actor),
    name,
    name_order: name.normalize('NFKC').toLowerCase(),
    text,
    created_at: now(),
    updated_at: now(),
    deleted_at: null,
  }
  await db.insertInto('capture_prompt').values(row).execute()
  emit(promptChanged, { id: row.id })
  return toPrompt(row)
})
