import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { findMessage } from '../store/find-message.ts'
import { readImagesAllowed } from '../tidying/internal.ts'
import { onList } from '../tidying/sender-lists.ts'

export default query(readImagesAllowed, async ({ db, actor, fail }, { id }) => {
  const message = await findMessage(db, actor, id)
  if (!message) return fail('message-not-found')
  const addresses = [message.from_address]
  const listed = await onList(db, { ownerId: ownerOf(actor), list: 'images', addresses })
  // What lies in junk may bear anybody's name.
  return { allowed: message.place !== 'junk' && listed.size > 0, ownerId: ownerOf(actor) }
})
