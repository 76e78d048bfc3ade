import { uuidv7 } from '#base/ids.ts'
import { fromInstant } from '#base/time.ts'
import { personOf } from '#kernel/actor.ts'
import { scopesWithin } from '#kernel/pipeline/scopes.ts'
import { createToken, tokenCreated } from '../../contract.ts'
import { command } from '../database.ts'
import { createSecret } from '../secret.ts'
import { mustConfirm } from '../sessions/must-confirm.ts'
import { toToken } from '../to-token.ts'

export default command(createToken, async ({ db, actor, emit, fail, now }, { name, scopes, expiresAt }) => {
  const expires_at = expiresAt === undefined ? null : fromInstant(expiresAt)
  if (expires_at !== null && expires_at <= now()) return fail('already-expired')

  if (!scopesWithin(scopes, actor.scopes)) return fail('scope-refused')
  // A personal token may make a narrower one; a client's session, which ends, makes none that does not.
  const isClient = actor.sessionId !== null && actor.scopes !== null
  const isWide = actor.scopes === null && !scopes.every((scope) => scope === 'read' || scope.endsWith(':read'))
  if (isClient || (isWide && (await mustConfirm(db, actor, now())))) return fail('reauthentication-required')

  const { secret, hash } = createSecret('daybook_pat')
  const row = {
    id: uuidv7(),
    secret_hash: hash,
    user_id: personOf(actor),
    workspace_id: actor.workspaceId,
    name,
    scopes: JSON.stringify(scopes),
    created_at: now(),
    expires_at,
    last_used_at: null,
  }
  await db.insertInto('identity_token').values(row).execute()
  emit(tokenCreated, { id: row.id })
  return { ...toToken(row), token: secret }
})
