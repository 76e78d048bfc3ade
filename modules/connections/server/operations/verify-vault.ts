import type { Sealer } from '#kernel/ports.ts'
import { endpoint } from '#kernel/handlers.ts'
import { verifyVault } from '../../contract.ts'
import { readVault } from '../internal.ts'
import type { SecretKind } from '../database.ts'
import { DATA_KEY_PLACE, secretPlace } from '../vault/places.ts'

/** Secrets a page; an account has at most four. */
const PAGE = 400
const MOST_FAULTS = 100

export default endpoint(verifyVault, async ({ callAsSystem, ports }) => {
  const faults: { record: string; fault: string }[] = []
  let secrets = 0
  let after = ''
  const { keys } = await callAsSystem(readVault, { after, limit: 1 })
  for (const { id, wrapped } of keys) {
    if (!opens(() => ports.sealer.withKey(wrapped, DATA_KEY_PLACE)))
      faults.push({ record: `key ${id}`, fault: 'does not open under the instance key' })
  }
  for (;;) {
    const { items } = await callAsSystem(readVault, { after, limit: PAGE })
    // The account that a full page ends in comes whole with the next one.
    const whole = items.length < PAGE ? items : items.filter((item) => item.connectionId !== items.at(-1)!.connectionId)
    for (const item of whole) {
      const fault = faultOf(ports.sealer, item)
      if (fault) faults.push({ record: `${item.connectionId} ${item.kind}`, fault })
    }
    secrets += whole.length
    if (items.length < PAGE) break
    after = whole.at(-1)!.connectionId
  }
  const answer = { holds: faults.length === 0, keys: keys.length, secrets, faults: faults.slice(0, MOST_FAULTS) }
  return Response.json(answer)
})

interface Item {
  connectionId: string
  kind: SecretKind
  workspaceId: string
  keyId: string
  sealed: string
  wrapped: string | null
  hasAccount: boolean
}

function faultOf(sealer: Sealer, { connectionId, kind, workspaceId, keyId, sealed, wrapped, hasAccount }: Item) {
  if (!hasAccount) return 'belongs to no account'
  if (wrapped === null) return 'lies under a key that is gone'
  if (sealer.keyOf(sealed) !== keyId) return 'names another key than its row'
  const place = secretPlace(workspaceId, connectionId, kind)
  return opens(() => sealer.withKey(wrapped, DATA_KEY_PLACE).open(sealed, place)) ? null : 'does not open in its place'
}

function opens(open: () => unknown): boolean {
  try {
    open()
    return true
  } catch {
    return false
  }
}
