import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, integer, noInput, nothing, text, textOrNull } from '#contract/schema.ts'
import { draftChanged, DraftId, draftRemoved, messageAdded } from '../../contract.ts'
import type { PreparedMessage } from '../import/prepared-message.ts'
import type { Frozen } from '../sending/compose.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** Puts a draft among the drafts of its server, in place of the copy that is there. */
export const copyDraftJob = defineJob({
  name: 'mail.copy-draft',
  summary: 'Copy a draft to its mail server',
  input: z.object({ id: DraftId, run: integer }),
  concurrency: 2,
})

/** What a copy is made of, of which revision of its draft, and for which account. */
export interface DraftToCopy {
  rev: number
  connectionId: string
  frozen: Frozen
}

/** Takes a draft that is to be copied; null where there is nothing to do, or nothing to do yet. */
export const beginDraftCopy = defineCommand({
  name: 'mail.begin-draft-copy',
  summary: 'Take a draft that is to be copied to its mail server',
  access: 'system',
  input: z.strictObject({ id: DraftId, run: integer }),
  output: z.custom<DraftToCopy | null>(),
  example: { id: exampleId, run: 0 },
})

/** Stores a copy for the outbox to carry, and has the one before it erased. A draft that changed meanwhile is copied anew. */
export const keepDraftCopy = defineCommand({
  name: 'mail.keep-draft-copy',
  summary: 'Store the copy of a draft for its mail server',
  access: 'system',
  input: z.strictObject({
    id: DraftId,
    run: integer,
    rev: integer,
    connectionId: text,
    message: z.custom<PreparedMessage>((value) => typeof value === 'object'),
    blob: textOrNull,
  }),
  output: z.object({ kept: boolean }),
  example: { id: exampleId, run: 0, rev: 1, connectionId: exampleId, message: {} as PreparedMessage, blob: null },
})

/** Whether copies of drafts were moved on their server, or are left over from drafts that are gone. */
export const hasUnsettledCopies = defineQuery({
  name: 'mail.has-unsettled-copies',
  summary: 'Whether copies of drafts are not as their drafts are',
  access: 'system',
  input: noInput,
  output: z.object({ unsettled: boolean }),
  example: {},
})

/** Has drafts go whose copies were thrown away elsewhere, and copies whose drafts were thrown away here. */
export const settleDraftCopies = defineCommand({
  name: 'mail.settle-draft-copies',
  summary: 'Bring drafts and their copies on the server together',
  access: 'system',
  input: noInput,
  output: nothing,
  emits: [draftChanged, draftRemoved, messageAdded],
  example: {},
})
