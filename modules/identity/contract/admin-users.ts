import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { defineEvent } from '#contract/event.ts'
import {
  boolean,
  instant,
  integer,
  noInput,
  nothing,
  page,
  pageInput,
  secretText,
  text,
  textOrNull,
} from '#contract/schema.ts'
import { Email, exampleId, PersonName, reauthenticationRequired, Role, UserId, WorkspaceId } from './common.ts'
import { memberJoined, memberRemoved } from './members.ts'

export const AdminUser = z
  .object({
    id: UserId,
    name: text,
    email: textOrNull,
    active: boolean,
    instanceAdmin: boolean,
    workspaces: integer,
    createdAt: instant(),
    lastSeenAt: instant().nullable(),
  })
  .meta({ id: 'AdminUser' })
export type AdminUser = z.infer<typeof AdminUser>

export const AdminUserDetail = AdminUser.extend({
  memberships: z.array(z.object({ id: WorkspaceId, name: text, role: Role })),
  sessions: z.number().int().describe('Sessions that are alive'),
  tokens: z.number().int().describe('Personal access tokens that are alive'),
}).meta({ id: 'AdminUserDetail' })
export type AdminUserDetail = z.infer<typeof AdminUserDetail>

const link = () => secretText().describe('Path with a secret in its fragment; it works once and for a day')

export const userCreated = defineEvent({
  name: 'identity.user-created',
  summary: 'An account was made by an administrator',
  audience: 'admin',
  data: z.object({ id: UserId }),
})

export const userSuspended = defineEvent({
  name: 'identity.user-suspended',
  summary: 'An account was suspended; its sessions ended',
  audience: 'admin',
  data: z.object({ id: UserId }),
})

export const userReactivated = defineEvent({
  name: 'identity.user-reactivated',
  summary: 'A suspended account may sign in again',
  audience: 'admin',
  data: z.object({ id: UserId }),
})

export const userReset = defineEvent({
  name: 'identity.user-reset',
  summary: 'An administrator made a link to choose a new password',
  audience: 'admin',
  data: z.object({ id: UserId }),
})

export const userDeleted = defineEvent({
  name: 'identity.user-deleted',
  summary: 'An account was deleted; modules erase what is private to it',
  audience: 'admin',
  data: z.object({ id: UserId }),
})

export const adminChanged = defineEvent({
  name: 'identity.admin-changed',
  summary: 'Somebody became an administrator of this Daybook, or is one no more',
  audience: 'admin',
  data: z.object({ id: UserId, instanceAdmin: boolean }),
})

export const userNotFound = { 'user-not-found': 'There is no such person' } as const
export const notYourself = {
  'not-yourself': { message: 'You cannot do this to your own account', kind: 'conflict' },
} as const
const lastAdmin = {
  'last-admin': {
    message: 'Daybook keeps at least one administrator',
    kind: 'conflict',
    remedy: 'Name another one first.',
  },
} as const

export const listUsers = defineQuery({
  name: 'admin.list-users',
  summary: 'List everybody who has an account, newest first',
  access: 'instance-admin',
  input: z.strictObject({
    ...pageInput,
    text: z.string().trim().min(1).max(100).optional().describe('Part of a name or address'),
    state: z.enum(['active', 'suspended']).optional(),
    role: z.enum(['instance-admin']).optional(),
  }),
  output: page(AdminUser),
  http: 'GET /admin/users',
  cli: { name: 'admin user list' },
  example: {},
})

export const getUser = defineQuery({
  name: 'admin.get-user',
  summary: 'Read one account with its workspaces',
  access: 'instance-admin',
  input: z.strictObject({ id: UserId }),
  output: AdminUserDetail,
  errors: userNotFound,
  http: 'GET /admin/users/{id}',
  cli: { name: 'admin user get', positional: ['id'] },
  example: { id: exampleId },
})

export const createUser = defineCommand({
  name: 'admin.create-user',
  summary: 'Make an account in this workspace; the answer holds a link to choose a password',
  access: 'instance-admin',
  input: z.strictObject({
    name: PersonName,
    email: Email,
    role: Role.default('member'),
  }),
  output: AdminUser.extend({ link: link() }).meta({ id: 'NewUser' }),
  errors: { 'already-registered': 'Somebody has an account with that address' },
  http: 'POST /admin/users',
  cli: { name: 'admin user create' },
  agent: { confirm: 'always' },
  emits: [userCreated, memberJoined],
  example: { name: 'Grace', email: 'grace@example.org' },
})

export const suspendUser = defineCommand({
  name: 'admin.suspend-user',
  summary: 'Suspend an account; its sessions end and its tokens rest',
  access: 'instance-admin',
  input: z.strictObject({ id: UserId }),
  output: AdminUser,
  errors: { ...userNotFound, ...notYourself, ...lastAdmin },
  http: 'POST /admin/users/{id}/suspend',
  cli: { name: 'admin user suspend', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [userSuspended],
  example: { id: exampleId },
})

export const reactivateUser = defineCommand({
  name: 'admin.reactivate-user',
  summary: 'Let a suspended account sign in again',
  access: 'instance-admin',
  input: z.strictObject({ id: UserId }),
  output: AdminUser,
  errors: userNotFound,
  http: 'POST /admin/users/{id}/reactivate',
  cli: { name: 'admin user reactivate', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [userReactivated],
  example: { id: exampleId },
})

export const resetUser = defineCommand({
  name: 'admin.reset-user',
  summary: 'Make a link by which somebody chooses a new password; their sessions end',
  access: 'instance-admin',
  input: z.strictObject({ id: UserId }),
  output: z.object({ id: UserId, link: link() }).meta({ id: 'ResetLink' }),
  errors: { ...userNotFound, ...notYourself },
  http: 'POST /admin/users/{id}/reset',
  cli: { name: 'admin user reset', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [userReset],
  example: { id: exampleId },
})

export const setAdmin = defineCommand({
  name: 'admin.set-admin',
  summary: 'Make somebody an administrator of this Daybook, or take that back',
  access: 'instance-admin',
  input: z.strictObject({ id: UserId, instanceAdmin: boolean }),
  output: AdminUser,
  errors: {
    ...reauthenticationRequired,
    ...userNotFound,
    ...lastAdmin,
  },
  http: 'PUT /admin/users/{id}/admin',
  cli: { name: 'admin user set-admin', positional: ['id', 'instanceAdmin'] },
  agent: { confirm: 'always' },
  emits: [adminChanged],
  example: { id: exampleId, instanceAdmin: true },
})

export const deleteUser = defineCommand({
  name: 'admin.delete-user',
  summary: 'Delete an account; what is private to it is erased, and that cannot be undone',
  access: 'instance-admin',
  input: z.strictObject({ id: UserId, name: z.string().trim().describe('The name of the person, to be sure') }),
  output: nothing,
  errors: {
    ...reauthenticationRequired,
    ...userNotFound,
    ...notYourself,
    ...lastAdmin,
    'name-differs': { message: 'That is not the name of this person', kind: 'unprocessable' },
    'last-owner': {
      message: 'A workspace with other members would be left without an owner',
      kind: 'conflict',
      remedy: 'Make somebody else its owner first.',
    },
  },
  http: 'DELETE /admin/users/{id}',
  cli: { name: 'admin user delete', positional: ['id', 'name'] },
  agent: { confirm: 'always' },
  emits: [userDeleted, memberRemoved],
  example: { id: exampleId, name: 'Grace' },
})

export const countUsers = defineQuery({
  name: 'admin.count-users',
  summary: 'Count accounts and workspaces',
  access: 'instance-admin',
  input: noInput,
  output: z
    .object({
      users: integer,
      activeUsers: z.number().int().describe('People with a session or token used in the last 30 days'),
      suspendedUsers: integer,
      workspaces: integer,
    })
    .meta({ id: 'UserCounts' }),
  http: 'GET /admin/users/count',
  cli: { name: 'admin user count' },
  example: {},
})
