import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { defineEvent } from '#contract/event.ts'
import { instant, integer, noInput, text } from '#contract/schema.ts'
import { exampleId, Me, reauthenticationRequired, Role, WorkspaceId } from './common.ts'
import { lastOwner, memberRemoved } from './members.ts'

export const Workspace = z
  .object({
    id: WorkspaceId,
    name: text,
    role: Role,
    members: integer,
    current: z.boolean().describe('Whether this is where the caller is now'),
    deletedAt: instant().nullable().describe('Set while a deleted workspace can still be restored'),
    erasedAt: instant().nullable().describe('When a deleted workspace is erased for good'),
  })
  .meta({ id: 'Workspace' })
export type Workspace = z.infer<typeof Workspace>

export const workspaceCreated = defineEvent({
  name: 'identity.workspace-created',
  summary: 'A workspace was made',
  data: z.object({ id: WorkspaceId }),
})

export const workspaceRenamed = defineEvent({
  name: 'identity.workspace-renamed',
  summary: 'A workspace got another name',
  data: z.object({ id: WorkspaceId }),
})

export const workspaceDeleted = defineEvent({
  name: 'identity.workspace-deleted',
  summary: 'A workspace was deleted; for a while it can be restored',
  data: z.object({ id: WorkspaceId }),
})

export const workspaceRestored = defineEvent({
  name: 'identity.workspace-restored',
  summary: 'A deleted workspace came back',
  data: z.object({ id: WorkspaceId }),
})

export const workspaceErased = defineEvent({
  name: 'identity.workspace-erased',
  summary: 'A deleted workspace is gone for good; modules erase what they keep of it',
  data: z.object({ id: WorkspaceId }),
})

const name = () => z.string().trim().min(1).max(100)

export const listWorkspaces = defineQuery({
  name: 'identity.list-workspaces',
  summary: 'List the workspaces you are a member of',
  access: 'signed-in',
  input: noInput,
  output: z.object({ items: z.array(Workspace) }),
  http: 'GET /workspaces',
  cli: { name: 'workspace list' },
  example: {},
})

export const createWorkspace = defineCommand({
  name: 'identity.create-workspace',
  summary: 'Make a workspace; you are its owner',
  access: 'member',
  input: z.strictObject({ name: name() }),
  output: Workspace,
  errors: { 'too-many-workspaces': { message: 'One person owns at most 100 workspaces', kind: 'limit' } },
  http: 'POST /workspaces',
  cli: { name: 'workspace create', positional: ['name'] },
  emits: [workspaceCreated],
  example: { name: 'Garden club' },
})

export const renameWorkspace = defineCommand({
  name: 'identity.rename-workspace',
  summary: 'Give the workspace you are in another name',
  access: 'admin',
  input: z.strictObject({ name: name() }),
  output: Workspace,
  errors: { 'workspace-not-found': 'There is no such workspace' },
  http: 'PATCH /workspace',
  cli: { name: 'workspace rename', positional: ['name'] },
  emits: [workspaceRenamed],
  example: { name: 'Garden club' },
})

export const switchWorkspace = defineCommand({
  name: 'identity.switch-workspace',
  summary: 'Go to another of your workspaces in this session',
  access: 'signed-in',
  input: z.strictObject({ id: WorkspaceId }),
  output: Me,
  errors: {
    'workspace-not-found': 'There is no such workspace',
    'no-session': {
      message: 'A token stays in its workspace',
      kind: 'unprocessable',
      remedy: 'Make a token in the other workspace.',
    },
  },
  http: 'POST /workspaces/{id}/switch',
  cli: { name: 'workspace switch', positional: ['id'] },
  agent: { confirm: 'always' },
  example: { id: exampleId },
})

export const leaveWorkspace = defineCommand({
  name: 'identity.leave-workspace',
  summary: 'Leave the workspace you are in; your tokens of it stop working, and your private projects in it are erased',
  access: 'signed-in',
  input: noInput,
  output: z.object({ workspaceId: WorkspaceId.nullable().describe('Where this session is now; null: signed out') }),
  errors: lastOwner,
  http: 'POST /workspace/leave',
  cli: { name: 'workspace leave' },
  agent: { confirm: 'always' },
  emits: [memberRemoved],
  example: {},
})

export const deleteWorkspace = defineCommand({
  name: 'identity.delete-workspace',
  summary: 'Delete the workspace you are in; it can be restored for seven days',
  access: 'owner',
  input: z.strictObject({ name: name().describe('The name of the workspace, to be sure') }),
  output: Workspace,
  errors: {
    ...reauthenticationRequired,
    'workspace-not-found': 'There is no such workspace',
    'name-differs': { message: 'That is not the name of this workspace', kind: 'unprocessable' },
    'only-workspace': {
      message: 'This is the only workspace you are in',
      kind: 'conflict',
      remedy: 'Make another one first.',
    },
  },
  http: 'DELETE /workspace',
  cli: { name: 'workspace delete', positional: ['name'] },
  agent: { confirm: 'always' },
  emits: [workspaceDeleted],
  example: { name: 'Garden club' },
})

export const restoreWorkspace = defineCommand({
  name: 'identity.restore-workspace',
  summary: 'Restore a deleted workspace that you own',
  access: 'signed-in',
  input: z.strictObject({ id: WorkspaceId }),
  output: Workspace,
  errors: {
    'workspace-not-found': 'There is no such workspace',
    'not-deleted': { message: 'That workspace is not deleted', kind: 'conflict' },
  },
  http: 'POST /workspaces/{id}/restore',
  cli: { name: 'workspace restore', positional: ['id'] },
  emits: [workspaceRestored],
  example: { id: exampleId },
})
