import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { noInput, secretText } from '#contract/schema.ts'
import { OpenInvitation, readInvitation, WorkspaceId, workspaceErased } from '../../contract.ts'

/** Looks an invitation up by its secret. */
export const openInvitation = defineQuery({
  name: 'identity.open-invitation',
  summary: 'Read an invitation by its secret',
  access: 'system',
  input: z.strictObject({ secret: secretText() }),
  output: OpenInvitation,
  errors: { 'invitation-not-valid': readInvitation.errors['invitation-not-valid'] },
  example: { secret: 'secret' },
})

/** Erases the workspace that has been deleted longest, if it cannot be restored any more; null when there is none. */
export const eraseWorkspace = defineCommand({
  name: 'identity.erase-workspace',
  summary: 'Erase a workspace that was deleted seven days ago',
  access: 'system',
  input: noInput,
  output: z.object({ id: WorkspaceId.nullable() }),
  emits: [workspaceErased],
  example: {},
})
