import { hash } from 'node:crypto'
import { randomSecret } from '#base/random.ts'

/** What a consent is begun with: `state` names it once, `verifier` proves that who began it also ends it (RFC 7636). */
export function createProof(): { state: string; stateHash: string; verifier: string; challenge: string } {
  const [state, verifier] = [randomSecret(), randomSecret()]
  return { state, stateHash: hashState(state), verifier, challenge: hash('sha256', verifier, 'base64url') }
}

/** All that is kept of a state. */
export const hashState = (state: string): string => hash('sha256', state, 'hex')
