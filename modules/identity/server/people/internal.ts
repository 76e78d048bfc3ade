import { z } from 'zod'
import { defineQuery } from '#contract/operation.ts'
import { secretText } from '#contract/schema.ts'
import { OpenInvitation, readInvitation } from '../../contract.ts'

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
