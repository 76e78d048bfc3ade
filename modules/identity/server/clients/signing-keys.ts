import type { EndpointContext } from '#kernel/context.ts'
import { keepSigningKey, readSigningKey } from '../internal-clients.ts'
import { ALGORITHM } from './signed-tokens.ts'
import { signingKeyPlace } from './signing-key-place.ts'

type Signing = Pick<EndpointContext, 'callAsSystem' | 'ports'>

/** The private key that tokens are signed with, made when it is first asked for. */
export async function signingKey({ callAsSystem, ports }: Signing): Promise<{ kid: string; privateJwk: string }> {
  const { key } = await callAsSystem(readSigningKey, {})
  const { kid, sealed } = key ?? (await createSigningKey({ callAsSystem, ports }, false))
  return { kid, privateJwk: ports.sealer.open(sealed, signingKeyPlace(kid)) }
}

/** Makes a key. `replace` retires the one there is; its tokens stay good until they run out. */
export async function createSigningKey(
  { callAsSystem }: Signing,
  replace: boolean,
): Promise<{ kid: string; sealed: string }> {
  const { calculateJwkThumbprint, exportJWK, generateKeyPair } = await import('jose')
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true })
  const publicJwk = await exportJWK(publicKey)
  // RFC 7638: the name follows from the key, so that no two keys share one.
  const kid = await calculateJwkThumbprint(publicJwk)
  return callAsSystem(keepSigningKey, {
    kid,
    publicJwk: JSON.stringify({ ...publicJwk, kid, alg: ALGORITHM, use: 'sig' }),
    privateJwk: JSON.stringify(await exportJWK(privateKey)),
    replace,
  })
}
