import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { id, integer, noInput, nothing, text, textOrNull } from '#contract/schema.ts'
import { ConnectionId } from '../../connections/contract.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** Text for a header field: a line break in it would begin another field. */
export const headerText = (longest: number) =>
  z
    .string()
    .max(longest)
    // oxlint-disable-next-line no-control-regex -- That they are not there is what it says.
    .regex(/^[^\u0000-\u001f\u007f\u2028\u2029]*$/u, 'Line breaks and control characters cannot stand here')

/** One address as RFC 5321 has it, international ones too (RFC 6531); no list, no name. */
export const MailAddress = headerText(320).regex(
  /^[^\s<>,;:"()[\]\\@]+@[^\s<>,;:"()[\]\\@]+$/u,
  'This is not an address',
)

export const IdentityId = id('mail.identity')

/** An address to send from, with the name and signature that go with it. */
export const Identity = z
  .object({
    id: IdentityId,
    rev: integer,
    connectionId: ConnectionId.nullable().describe('The account that sends for it; without one nothing can be sent'),
    address: text,
    name: text,
    replyTo: z.string().nullable().describe('Where answers go, if not to the address'),
    signatureText: text,
    signatureHtml: textOrNull,
    isDefault: z.boolean().describe('Whether new mail is from it unless another is chosen'),
  })
  .meta({ id: 'MailIdentity' })
export type Identity = z.infer<typeof Identity>

export const identityChanged = defineEvent({
  name: 'mail.identity-changed',
  summary: 'An address to send from was made, changed or removed',
  audience: 'person',
  data: z.object({ id: IdentityId }),
})

const identityNotFound = { 'identity-not-found': 'There is no such address to send from' } as const
const connectionNotFound = { 'connection-not-found': 'There is no such account' } as const

const fields = {
  connectionId: ConnectionId.nullable().optional(),
  name: headerText(200).trim().optional(),
  replyTo: MailAddress.nullable().optional(),
  signatureText: z.string().max(10_000).optional(),
  signatureHtml: z.string().max(50_000).nullable().optional().describe('Sanitised when it is kept'),
  isDefault: z.boolean().optional().describe('True makes it the default; the one before is no longer'),
}

export const listIdentities = defineQuery({
  name: 'mail.list-identities',
  summary: 'List the addresses you send from, the default first',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(Identity) }),
  http: 'GET /identities',
  cli: { name: 'identity list' },
  example: {},
})

export const createIdentity = defineCommand({
  name: 'mail.create-identity',
  summary: 'Add an address to send from, such as an alias of an account',
  access: 'member',
  input: z.strictObject({ address: MailAddress, ...fields }),
  output: Identity,
  errors: connectionNotFound,
  http: 'POST /identities',
  cli: { name: 'identity add', positional: ['address'] },
  emits: [identityChanged],
  example: { address: 'ada@example.test', name: 'Ada', signatureText: 'Ada Example\nAnalyst' },
})

export const updateIdentity = defineCommand({
  name: 'mail.update-identity',
  summary: 'Change an address to send from, its name or its signature',
  access: 'member',
  input: z.strictObject({
    id: IdentityId,
    rev: z.number().int().min(1).optional(),
    address: MailAddress.optional(),
    ...fields,
  }),
  output: Identity,
  errors: { ...identityNotFound, ...connectionNotFound },
  http: 'PATCH /identities/{id}',
  cli: { name: 'identity update', positional: ['id'] },
  emits: [identityChanged],
  example: { id: exampleId, name: 'Ada Example' },
})

export const deleteIdentity = defineCommand({
  name: 'mail.delete-identity',
  summary: 'Remove an address to send from; what it sent stays',
  access: 'member',
  input: z.strictObject({ id: IdentityId }),
  output: nothing,
  errors: identityNotFound,
  http: 'DELETE /identities/{id}',
  cli: { name: 'identity delete', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [identityChanged],
  example: { id: exampleId },
})
