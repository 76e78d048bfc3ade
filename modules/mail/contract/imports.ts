import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { defineJob } from '#contract/job.ts'
import { id, page, pageInput } from '#contract/schema.ts'
import { importChanged } from './events.ts'
import { Import, ImportId } from './records.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'
const importNotFound = { 'import-not-found': 'There is no such import' } as const

export const importJob = defineJob({
  name: 'mail.import',
  summary: 'Read an uploaded archive into the store',
  input: z.object({ importId: ImportId }),
})
export const undoImportJob = defineJob({
  name: 'mail.undo-import',
  summary: 'Erase what an import stored',
  input: z.object({ importId: ImportId }),
})

const started = z.object({ job: z.uuid(), import: ImportId })

export const importMail = defineCommand({
  name: 'mail.import',
  summary: 'Import mail from an uploaded mbox, .eml or tar of a Maildir, also gzipped',
  access: 'member',
  input: z.strictObject({ uploadId: id('kernel.upload'), label: z.string().trim().min(1).max(100).optional() }),
  output: started,
  errors: { 'upload-not-found': 'There is no such upload' },
  http: 'POST /imports/mail',
  cli: { name: 'import mail', positional: ['uploadId'], file: 'uploadId' },
  emits: [importChanged],
  example: { uploadId: exampleId },
  startsJob: true,
})

export const resumeImport = defineCommand({
  name: 'mail.resume-import',
  summary: 'Go on with an import that was stopped',
  access: 'member',
  input: z.strictObject({ id: ImportId }),
  output: started,
  errors: { ...importNotFound, 'already-finished': 'That import is not stopped' },
  http: 'POST /imports/{id}/resume',
  cli: { name: 'import resume', positional: ['id'] },
  emits: [importChanged],
  example: { id: exampleId },
  startsJob: true,
})

export const undoImport = defineCommand({
  name: 'mail.undo-import',
  summary: 'Erase the messages that an import brought',
  access: 'member',
  input: z.strictObject({ id: ImportId }),
  output: started,
  errors: {
    ...importNotFound,
    'already-undone': 'That import was undone',
    'still-running': { message: 'That import is still running', kind: 'conflict', remedy: 'Stop it first.' },
  },
  http: 'POST /imports/{id}/undo',
  cli: { name: 'import undo', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [importChanged],
  example: { id: exampleId },
  startsJob: true,
})

export const getImport = defineQuery({
  name: 'mail.get-import',
  summary: 'Read one import with its counts and failures',
  access: 'member',
  input: z.strictObject({ id: ImportId }),
  output: Import,
  errors: importNotFound,
  http: 'GET /imports/{id}',
  cli: { name: 'import show', positional: ['id'] },
  example: { id: exampleId },
})

export const listImports = defineQuery({
  name: 'mail.list-imports',
  summary: 'List your imports, newest first',
  access: 'member',
  input: z.strictObject({ ...pageInput }),
  output: page(Import),
  http: 'GET /imports',
  cli: { name: 'import list' },
  example: {},
})
