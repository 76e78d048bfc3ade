import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand } from '#contract/operation.ts'
import { boolean, integer, nothing, text } from '#contract/schema.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** Uploads whose files are gone: their rows may go. */
const forgotten = z.array(z.uuid())

/**
 * Erases a step of what the kernel keeps of a workspace nobody is in any more. Events and the audit chain stay, which
 * hold ids only. `uploads` are those whose files go next; while others still work in the workspace, their jobs stay.
 */
export const eraseWorkspaceStep = defineCommand({
  name: 'kernel.erase-workspace-step',
  summary: 'Erase some of what the kernel keeps of a workspace',
  access: 'system',
  input: z.strictObject({
    workspaceId: z.uuid(),
    /** Jobs begun since then are those that erase. */
    deletedAt: integer,
    /** Audit entries up to this one were looked at. */
    entry: integer,
    forgotten,
  }),
  output: z.object({
    entry: integer,
    uploads: z.array(text),
    isEmpty: boolean,
    hasJobs: boolean,
  }),
  example: { workspaceId: exampleId, deletedAt: 0, entry: 0, forgotten: [] },
})

/** Erases what the kernel keeps of a workspace, once every module has done so. */
export const eraseWorkspaceRecords = defineJob({
  name: 'kernel.erase-workspace',
  summary: 'Erase what is left of a workspace',
  input: z.object({ workspaceId: z.uuid(), deletedAt: integer }),
})

/**
 * Erases a step of what the kernel keeps of a person: personal settings, approvals, answers, uploads, and what the audit
 * says in words of what they did. The chain stays, and holds.
 */
export const erasePersonStep = defineCommand({
  name: 'kernel.erase-person-step',
  summary: 'Erase some of what the kernel keeps of a person',
  access: 'system',
  input: z.strictObject({
    personId: z.uuid(),
    /** Audit entries up to this one were looked at. */
    entry: integer,
    forgotten,
  }),
  output: z.object({ entry: integer, uploads: z.array(text), isEmpty: boolean }),
  example: { personId: exampleId, entry: 0, forgotten: [] },
})

/** Records whose words the audit forgets too. */
const subjects = z.array(text).optional()

/**
 * Overwrites what erased records of a module left behind. `all` where everything of a person goes; else answers are kept
 * for some minutes, so that a retry is still known as one.
 */
export const scrubErased = defineJob({
  name: 'kernel.scrub',
  summary: 'Overwrite what was erased',
  input: z.object({ module: z.string(), all: boolean, subjects }),
})

/** Forgets answers kept for replays, and requests of assistants, that hold what was erased. */
export const forgetAnswers = defineCommand({
  name: 'kernel.forget-answers',
  summary: 'Forget answers to a person',
  access: 'system',
  input: z.strictObject({ module: text, all: boolean, subjects }),
  output: z.object({ uploads: z.array(text).describe('All of the person') }),
  example: { module: 'mail', all: false },
})

/** Forgets the names of files that a person uploaded and that are used up. */
export const forgetUploads = defineCommand({
  name: 'kernel.forget-uploads',
  summary: 'Forget uploads whose files are gone',
  access: 'system',
  input: z.strictObject({ forgotten }),
  output: nothing,
  example: { forgotten: [] },
})

/** Erases what the kernel keeps of a person. */
export const erasePersonRecords = defineJob({
  name: 'kernel.erase-person',
  summary: 'Erase what is left of a person',
  input: z.object({ personId: z.uuid() }),
})
