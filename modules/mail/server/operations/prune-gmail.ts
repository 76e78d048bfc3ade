import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { pruneGmail } from '../gmail/internal.ts'

export default command(pruneGmail, async ({ db, actor }, { connectionId, box, version }) => {
  await db
    .deleteFrom('mail_gmail_message')
    .where('connection_id', '=', connectionId)
    .where('owner_id', '=', ownerOf(actor))
    .where('box', '=', box)
    .where('gone', '=', 1)
    .where('version', '<=', version)
    .execute()
  return {}
})
