import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { integer, noInput, nothing, text, textOrNull } from '#contract/schema.ts'
import {
  ImportId,
  importChanged,
  mailErased,
  messageAdded,
  messageChanged,
  MessageId,
  messageRemoved,
  AttachmentId,
  labelChanged,
  outgoingRemoved,
} from '../contract.ts'
import type { Placement, PreparedMessage } from './import/prepared-message.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'
const importNotFound = { 'import-not-found': 'There is no such import' } as const
const undone = { 'already-undone': 'That import was undone' } as const

/** The `resumeAt` of an import whose archive was read to its end: what is left is to index it. */
export const READ_TO_THE_END = Number.MAX_SAFE_INTEGER

/** A message of an import on its way into the store, or why there is none. */
export interface ImportItem {
  index: number
  placement: Placement
  message: PreparedMessage | null
  /** SHA-256 of the file that holds a large source. */
  blob: string | null
  failure: { code: string; reason: string } | null
}

/** Stores a batch of an import and how far the import is, in one transaction: a crash repeats nothing and skips nothing. */
export const storeBatch = defineCommand({
  name: 'mail.store-batch',
  summary: 'Store messages of an import',
  access: 'system',
  input: z.strictObject({
    importId: ImportId,
    resumeAt: integer,
    bytesDone: integer,
    items: z.custom<ImportItem[]>(Array.isArray),
  }),
  output: z.object({ stored: integer, duplicates: integer }),
  errors: { ...importNotFound, ...undone },
  emits: [messageAdded, messageChanged, labelChanged],
  example: { importId: exampleId, resumeAt: 0, bytesDone: 0, items: [] },
})

/** How an import stands, for its job. */
export const readImport = defineQuery({
  name: 'mail.read-import',
  summary: 'Where an import is to go on',
  access: 'system',
  input: z.strictObject({ id: ImportId }),
  output: z.object({
    uploadId: text,
    name: text,
    state: text,
    resumeAt: z.number(),
    seen: z.number(),
    stored: z.number(),
    duplicates: z.number(),
    failures: z.number(),
    failed: z.array(z.object({ index: z.number(), code: text, reason: text })),
  }),
  errors: importNotFound,
  example: { id: exampleId },
})

/** Notes a step in the life of an import. */
export const noteImport = defineCommand({
  name: 'mail.note-import',
  summary: 'Note the state of an import',
  access: 'system',
  input: z.strictObject({
    id: ImportId,
    state: z.enum(['running', 'indexing', 'done', 'failed', 'stopped', 'undoing', 'undone']).optional(),
    indexed: z.number().int().optional(),
    problem: z.object({ code: text, detail: text }).optional(),
  }),
  output: nothing,
  errors: { ...importNotFound, ...undone },
  emits: [importChanged],
  example: { id: exampleId, state: 'done' },
})

/** Erases some messages of an import; `blobs` names files nobody needs now. When none is left, its labels go. */
export const eraseBatch = defineCommand({
  name: 'mail.erase-batch',
  summary: 'Erase messages of an import, or of all of a person’s where none is named',
  access: 'system',
  input: z.strictObject({ importId: ImportId.nullable(), limit: integer }),
  output: z.object({ erased: integer, blobs: z.array(text) }),
  emits: [messageRemoved, labelChanged, outgoingRemoved],
  example: { importId: exampleId, limit: 50 },
})

/** Deletes files of messages that are erased. */
export const deleteFilesJob = defineJob({
  name: 'mail.delete-files',
  summary: 'Delete files of erased messages',
  input: z.object({ files: z.array(text) }),
})

/** Which of some files nobody needs. */
export const freeFiles = defineCommand({
  name: 'mail.free-files',
  summary: 'Say which files of erased messages may go',
  access: 'system',
  input: z.strictObject({ files: z.array(text) }),
  output: z.object({ files: z.array(text) }),
  example: { files: [] },
})

/** Erases all mail of a person, in steps. */
export const eraseMailboxJob = defineJob({
  name: 'mail.erase-mailbox',
  summary: 'Erase all mail of a person',
  input: z.object({ ownerId: text, removeAccounts: z.boolean().optional() }),
})

/** Begins to erase all mail of the person it works for. */
export const eraseMailbox = defineCommand({
  name: 'mail.begin-erasure',
  summary: 'Begin to erase all mail of a person',
  access: 'system',
  input: noInput,
  output: z.object({ job: z.uuid() }),
  example: {},
})

/** Removes what is left of a person who has no mail any more; answers the archives that may go. */
export const forgetOwner = defineCommand({
  name: 'mail.forget-owner',
  summary: 'Remove labels, imports and counts of a person without mail',
  access: 'system',
  input: noInput,
  output: z.object({ uploads: z.array(text) }),
  emits: [mailErased],
  example: {},
})

/** Erases all mail of a workspace nobody is in any more, in steps. */
export const eraseWorkspaceJob = defineJob({
  name: 'mail.erase-workspace',
  summary: 'Erase all mail of a workspace',
  input: nothing,
})

/** Begins to erase all mail of the workspace it works in. */
export const eraseWorkspace = defineCommand({
  name: 'mail.begin-workspace-erasure',
  summary: 'Begin to erase all mail of a workspace',
  access: 'system',
  input: noInput,
  output: z.object({ job: z.uuid() }),
  example: {},
})

/** Erases some messages of a workspace, whosesoever; `blobs` names files nobody needs now. Nobody is left to be told. */
export const eraseWorkspaceBatch = defineCommand({
  name: 'mail.erase-workspace-batch',
  summary: 'Erase messages of a workspace',
  access: 'system',
  input: z.strictObject({ limit: integer }),
  output: z.object({ erased: integer, blobs: z.array(text) }),
  example: { limit: 50 },
})

/** The source of a message: compressed bytes, or the file that has it. With `copyToo` also that of a draft's copy. */
export const readSource = defineQuery({
  name: 'mail.read-source',
  summary: 'Where the source of a message lies',
  access: 'system',
  input: z.strictObject({ id: MessageId, copyToo: z.boolean().optional() }),
  output: z.object({
    source: z.custom<Uint8Array | null>(),
    blob: textOrNull,
    subject: text,
    hash: text,
  }),
  errors: { 'message-not-found': 'There is no such message' },
  example: { id: exampleId },
})

/** Which part of which message an attachment is. */
export const readAttachment = defineQuery({
  name: 'mail.read-attachment',
  summary: 'Where an attachment lies',
  access: 'system',
  input: z.strictObject({ id: AttachmentId }),
  output: z.object({
    messageId: text,
    partId: text,
    filename: textOrNull,
    contentType: text,
    sha256: text,
  }),
  errors: { 'attachment-not-found': 'There is no such attachment' },
  example: { id: exampleId },
})
