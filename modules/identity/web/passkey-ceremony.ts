import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { beginPasskey, beginPasskeySignIn, finishPasskey, finishPasskeySignIn } from '#modules/identity/contract.ts'
import type { Passkey, SignedIn } from '#modules/identity/contract.ts'
import { api } from '#ui/data/api.ts'

/** Signs in, or confirms who is signed in, with a passkey of this device. Throws what the browser or the server says. */
export async function signInWithPasskey(): Promise<SignedIn> {
  const { challenge, options } = await api.call(beginPasskeySignIn, {})
  const credential = await askForPasskey(options)
  return api.call(finishPasskeySignIn, { challenge, credential })
}

/** What the browser answers to a request for a passkey. */
export async function askForPasskey(options: Record<string, unknown>) {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const answer = await startAuthentication({ optionsJSON: options as unknown as PublicKeyCredentialRequestOptionsJSON })
  return answer as never
}

/** Makes a passkey on this device and adds it to the account. */
export async function addPasskey(name: string): Promise<Passkey> {
  const { challenge, options } = await api.call(beginPasskey, {})
  const { startRegistration } = await import('@simplewebauthn/browser')
  const credential = await startRegistration({
    optionsJSON: options as unknown as PublicKeyCredentialCreationOptionsJSON,
  })
  return api.call(finishPasskey, { challenge, credential: credential as never, name })
}

/** Whether this browser knows passkeys at all. */
export const knowsPasskeys = () => 'PublicKeyCredential' in window

/** What the browser says when somebody closes its window: no failure to speak of. */
export function isGivenUp(cause: unknown): boolean {
  return cause instanceof Error && (cause.name === 'NotAllowedError' || cause.name === 'AbortError')
}
