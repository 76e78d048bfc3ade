import { sessionEnded } from '../../contract.ts'
import { deleteFamily } from '../clients/delete-family.ts'
import { command } from '../database.ts'
import { endFamily } from '../internal-clients.ts'
import { hashSecret } from '../secret.ts'

export default command(endFamily, async ({ db, emit }, { refreshToken }) => {
  const row = await db
    .selectFrom('identity_refresh')
    .select('session_id')
    .where('secret_hash', '=', hashSecret(refreshToken))
    .executeTakeFirst()
  const ended = row && (await deleteFamily(db, row.session_id))
  if (ended) emit(sessionEnded, { id: row.session_id }, { personId: ended.userId, workspaceId: ended.workspaceId })
  return {}
})
