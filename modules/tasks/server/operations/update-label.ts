import { updateTaskLabel } from '../../contract.ts'
import { command } from '../database.ts'
import { changeLabel, findLabel, isTaken } from '../labels/change-label.ts'

export default command(updateTaskLabel, async (context, { id, name, color }) => {
  const { db, changed, fail } = context
  const before = await findLabel(db, id)
  if (!before) return fail('label-not-found')
  if (name !== undefined && (await isTaken(db, id, name))) return fail('already-a-label')

  const after = await changeLabel(context, before, {
    ...(name !== undefined && { name }),
    ...(color !== undefined && { color }),
  })
  if (after !== before) changed(before, after)
  return after
})
