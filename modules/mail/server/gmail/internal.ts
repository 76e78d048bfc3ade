import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, integer, nothing } from '#contract/schema.ts'
import { ConnectionId } from '../../../connections/contract.ts'
import type { EntryFilter, GmailEntry, GmailState } from './gmail-index.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'
const Box = z.enum(['all', 'junk', 'trash'])

/** How far the index of a Gmail account is. */
export const readGmail = defineQuery({
  name: 'mail.read-gmail',
  summary: 'How far the index of a Gmail account is',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId }),
  output: z.object({ state: z.custom<GmailState | null>() }),
  example: { connectionId: exampleId },
})

/** Messages of a Gmail account by id, number or what changed. */
export const findGmail = defineQuery({
  name: 'mail.find-gmail',
  summary: 'Find messages in the index of a Gmail account',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId, filter: z.custom<EntryFilter>() }),
  output: z.object({ entries: z.custom<GmailEntry[]>(Array.isArray) }),
  example: { connectionId: exampleId, filter: {} },
})

export const countGmail = defineQuery({
  name: 'mail.count-gmail',
  summary: 'Count the messages of a Gmail mailbox',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId, box: Box, walk: integer }),
  output: z.object({ count: integer }),
  example: { connectionId: exampleId, box: 'all', walk: 1 },
})

/** Keeps how far an index is together with what changed in it, unless somebody else did since it was read. */
export const keepGmail = defineCommand({
  name: 'mail.keep-gmail',
  summary: 'Keep the index of a Gmail account',
  access: 'system',
  input: z.strictObject({
    connectionId: ConnectionId,
    state: z.custom<GmailState>(),
    entries: z.custom<GmailEntry[]>(Array.isArray),
  }),
  output: z.object({ kept: boolean }),
  example: { connectionId: exampleId, state: null as never, entries: [] },
})

/** Forgets what was gone by a state of the index that the store of mail has taken over. */
export const pruneGmail = defineCommand({
  name: 'mail.prune-gmail',
  summary: 'Forget what left a Gmail mailbox',
  access: 'system',
  input: z.strictObject({ connectionId: ConnectionId, box: Box, version: integer }),
  output: nothing,
  example: { connectionId: exampleId, box: 'all', version: 0 },
})
