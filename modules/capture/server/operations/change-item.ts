import { captureUpdated, changeItem } from '../../contract.ts'
import { command } from '../database.ts'
import { findChangeable } from '../find-capture.ts'
import { toItem } from '../to-capture.ts'

export default command(changeItem, async ({ db, actor, emit, fail }, { id, literal, chosen, ...fields }) => {
  const item = await db.selectFrom('capture_item').selectAll().where('id', '=', id).executeTakeFirst()
  const capture = item && (await findChangeable(db, actor, item.capture_id))
  if (!capture) return fail('item-not-found')
  if (item.accepted_at !== null) return fail('already-accepted')

  const changes = {
    kind: fields.kind ?? item.kind,
    text: fields.text ?? item.text,
    notes: fields.notes ?? item.notes,
    literal: literal === undefined ? item.literal : JSON.stringify(literal),
    chosen: chosen === undefined ? item.chosen : Number(chosen),
    ...(fields.kind !== undefined && fields.kind !== item.kind && ({ sure: 'sure', why: 'You said so' } as const)),
  }
  await db.updateTable('capture_item').set(changes).where('id', '=', id).execute()
  emit(captureUpdated, { id: capture.id })
  return toItem({ ...item, ...changes }, capture)
})
