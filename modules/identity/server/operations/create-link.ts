import { command } from '../database.ts'
import { createLink } from '../internal.ts'
import { createSecret } from '../secret.ts'

const TEN_MINUTES = 10 * 60 * 1000

export default command(createLink, async ({ db, now }, { userId, workspaceId }) => {
  const { secret, hash } = createSecret('daybook_lnk')
  await db.deleteFrom('identity_link').where('expires_at', '<', now()).execute()
  await db
    .insertInto('identity_link')
    .values({
      secret_hash: hash,
      user_id: userId,
      workspace_id: workspaceId,
      expires_at: now() + TEN_MINUTES,
      used_at: null,
    })
    .execute()
  return { secret }
})
