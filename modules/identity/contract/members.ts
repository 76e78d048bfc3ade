import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { defineEvent } from '#contract/event.ts'
import { instant, nothing, page, pageInput, text, textOrNull } from '#contract/schema.ts'
import { exampleId, Role, UserId } from './common.ts'

export const Member = z
  .object({
    id: UserId,
    name: text,
    email: textOrNull,
    role: Role,
    active: z.boolean().describe('False while an administrator has suspended the account'),
    joinedAt: instant(),
    lastSeenAt: instant().nullable(),
  })
  .meta({ id: 'Member' })
export type Member = z.infer<typeof Member>

export const memberJoined = defineEvent({
  name: 'identity.member-joined',
  summary: 'Somebody became a member of the workspace',
  data: z.object({ id: UserId, role: Role }),
})

export const memberChanged = defineEvent({
  name: 'identity.member-changed',
  summary: 'The role of a member changed',
  data: z.object({ id: UserId, role: Role }),
})

export const memberRemoved = defineEvent({
  name: 'identity.member-removed',
  summary: 'Somebody left the workspace or was removed from it',
  data: z.object({ id: UserId, left: z.boolean().optional().describe('True where they left by themselves') }),
})

const memberNotFound = { 'member-not-found': 'There is no such member' } as const

export const lastOwner = {
  'last-owner': {
    message: 'A workspace keeps at least one owner',
    kind: 'conflict',
    remedy: 'Make somebody else an owner first.',
  },
} as const

export const roleRefused = {
  'role-refused': {
    message: 'Only an owner may make or change owners',
    kind: 'forbidden',
    remedy: 'Ask an owner of the workspace.',
  },
} as const

export const listMembers = defineQuery({
  name: 'identity.list-members',
  summary: 'List the members of the workspace by name',
  access: 'member',
  input: z.strictObject({ ...pageInput, role: Role.optional() }),
  output: page(Member),
  http: 'GET /members',
  cli: { name: 'member list' },
  example: {},
})

export const changeRole = defineCommand({
  name: 'identity.change-role',
  summary: 'Change the role of a member',
  access: 'admin',
  input: z.strictObject({ id: UserId, role: Role }),
  output: Member,
  errors: { ...memberNotFound, ...lastOwner, ...roleRefused },
  http: 'PATCH /members/{id}',
  cli: { name: 'member change-role', positional: ['id', 'role'] },
  agent: { confirm: 'always' },
  emits: [memberChanged],
  example: { id: exampleId, role: 'admin' },
})

export const removeMember = defineCommand({
  name: 'identity.remove-member',
  summary: 'Remove a member; their sessions and tokens of this workspace end at once',
  access: 'admin',
  input: z.strictObject({ id: UserId }),
  output: nothing,
  errors: { ...memberNotFound, ...lastOwner, ...roleRefused },
  http: 'DELETE /members/{id}',
  cli: { name: 'member remove', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [memberRemoved],
  example: { id: exampleId },
})

export const transferOwnership = defineCommand({
  name: 'identity.transfer-ownership',
  summary: 'Make another member the owner and become an admin yourself',
  access: 'owner',
  input: z.strictObject({ id: UserId }),
  output: Member,
  errors: {
    ...memberNotFound,
    'already-owner': 'That member is an owner already',
  },
  http: 'POST /members/{id}/own',
  cli: { name: 'member own', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [memberChanged],
  example: { id: exampleId },
})

export const describeUsers = defineQuery({
  name: 'identity.describe-users',
  summary: 'Names of people who are members of this workspace, or were',
  access: 'member',
  input: z.strictObject({ ids: z.array(UserId).min(1).max(200) }),
  output: z.object({ items: z.array(z.object({ id: UserId, title: text })) }),
  http: 'POST /members/describe',
  example: { ids: [exampleId] },
})
