import { uuidv7 } from '#base/ids.ts'
import { createLabel, labelChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { labelKey } from '../store/labels.ts'

export default command(createLabel, async ({ db, actor, emit, fail }, { name, color }) => {
  const id = uuidv7()
  const made = await db
    .insertInto('mail_label')
    .values({ id, owner_id: ownerOf(actor), name, name_key: labelKey(name), color, import_id: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return fail('already-a-label')

  emit(labelChanged, { id })
  return { id, name, color, messages: 0 }
})
