import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand } from '#contract/operation.ts'
import { integer, noInput, nothing } from '#contract/schema.ts'

/** Takes all documents of a workspace nobody is in any more out of the index, in steps. */
export const eraseWorkspaceJob = defineJob({
  name: 'search.erase-workspace',
  summary: 'Take a workspace out of the index',
  input: nothing,
})

/** Begins to take the workspace it works in out of the index. */
export const eraseWorkspace = defineCommand({
  name: 'search.begin-workspace-erasure',
  summary: 'Begin to take a workspace out of the index',
  access: 'system',
  input: noInput,
  output: z.object({ job: z.uuid() }),
  example: {},
})

/** Takes some documents of a workspace out of the index. */
export const eraseBatch = defineCommand({
  name: 'search.erase-batch',
  summary: 'Take documents of a workspace out of the index',
  access: 'system',
  input: z.strictObject({ limit: integer }),
  output: z.object({ erased: integer }),
  example: { limit: 40 },
})
