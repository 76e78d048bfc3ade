import { uuidv7 } from '#base/ids.ts'
import { makeWish, wishMade } from '../../contract.ts'
import { command } from '../database.ts'

export default command(makeWish, async ({ db, emit }, { text }) => {
  const row = { id: uuidv7(), text }
  await db.insertInto('sample_wish').values(row).execute()
  emit(wishMade, { id: row.id })
  return row
})
