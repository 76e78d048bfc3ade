import { z } from 'zod'
import { text } from '#contract/schema.ts'

const Base64Url = z
  .string()
  .max(65_536)
  .regex(/^[A-Za-z0-9_-]+$/)
const Extensions = z.record(text, z.json()).default({})
const Attachment = z.enum(['platform', 'cross-platform']).nullish()

/** `PublicKeyCredentialCreationOptionsJSON` of WebAuthn level 3, to be handed to the browser as it is. */
export const PasskeyCreationOptions = z.record(text, z.json()).meta({ id: 'PasskeyCreationOptions' })

/** `PublicKeyCredentialRequestOptionsJSON` of WebAuthn level 3. */
export const PasskeyRequestOptions = z.record(text, z.json()).meta({ id: 'PasskeyRequestOptions' })

/** `RegistrationResponseJSON`: what the browser answers when a passkey is made. */
export const PasskeyRegistration = z
  .object({
    id: Base64Url,
    rawId: Base64Url,
    type: z.literal('public-key'),
    authenticatorAttachment: Attachment,
    clientExtensionResults: Extensions,
    response: z.object({
      clientDataJSON: Base64Url,
      attestationObject: Base64Url,
      transports: z.array(z.string().max(30)).max(10).optional(),
    }),
  })
  .meta({ id: 'PasskeyRegistration' })
export type PasskeyRegistration = z.infer<typeof PasskeyRegistration>

/** `AuthenticationResponseJSON`: what the browser answers when a passkey is used. */
export const PasskeyAssertion = z
  .object({
    id: Base64Url,
    rawId: Base64Url,
    type: z.literal('public-key'),
    authenticatorAttachment: Attachment,
    clientExtensionResults: Extensions,
    response: z.object({
      clientDataJSON: Base64Url,
      authenticatorData: Base64Url,
      signature: Base64Url,
      userHandle: Base64Url.nullish(),
    }),
  })
  .meta({ id: 'PasskeyAssertion' })
export type PasskeyAssertion = z.infer<typeof PasskeyAssertion>

export const exampleRegistration: z.input<typeof PasskeyRegistration> = {
  id: 'AQID',
  rawId: 'AQID',
  type: 'public-key',
  response: { clientDataJSON: 'e30', attestationObject: 'oA' },
}

export const exampleAssertion: z.input<typeof PasskeyAssertion> = {
  id: 'AQID',
  rawId: 'AQID',
  type: 'public-key',
  response: { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' },
}
