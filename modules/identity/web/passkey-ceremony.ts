import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { beginPasskey, beginPasskeySignIn, finishPasskey, finishPasskeySignIn } from '#modules/identity/contract.ts'
import type { Passkey, SignedIn } from '#modules/identity/contract.ts'
import { api } from '#ui/data/api.ts'

/** Signs in, or confirms who is signed in, with a passkey of this device. Throws what the browser or the server says. */
export const signInWithPasskey = (): Promise<SignedIn> => carryOut(false)

/** Lets the browser offer passkeys in the field of the address; null where it does not know how, or nobody took one. */
export async function signInByAutofill(): Promise<SignedIn | null> {
  if (!mayUsePasskeys() || !(await PublicKeyCredential.isConditionalMediationAvailable?.())) return null
  // Whoever goes on with a password, or leaves the page, ends this: no failure to speak of.
  return carryOut(true).catch(() => null)
}

async function carryOut(useBrowserAutofill: boolean): Promise<SignedIn> {
  const { challenge, options } = await api.call(beginPasskeySignIn, {})
  const credential = await askForPasskey(options, useBrowserAutofill)
  return api.call(finishPasskeySignIn, { challenge, credential })
}

/** What the browser answers to a request for a passkey; it may offer them among what it fills in by itself. */
export async function askForPasskey(options: Record<string, unknown>, useBrowserAutofill = false) {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON
  return (await startAuthentication({ optionsJSON, useBrowserAutofill })) as never
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

/** Whether this browser knows passkeys, and this address may have some: they are bound to a name, never to a number. */
export const mayUsePasskeys = () => 'PublicKeyCredential' in window && !isNumber(location.hostname)

/** The same page under the name of this machine, where passkeys work; null where that is somewhere else. */
export function namedAddress(): string | null {
  if (!isNumber(location.hostname) || !/^(127\.|\[::1\])/.test(location.hostname)) return null
  const address = new URL(location.href)
  address.hostname = 'localhost'
  return address.href
}

const isNumber = (hostname: string) => /^[\d.]+$|^\[/.test(hostname)

/** What the browser says when somebody closes its window: no failure to speak of. */
export function isGivenUp(cause: unknown): boolean {
  return cause instanceof Error && (cause.name === 'NotAllowedError' || cause.name === 'AbortError')
}
