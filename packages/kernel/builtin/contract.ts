import { z } from 'zod'
import { defineCommand, defineEndpoint, defineQuery, defineStream } from '#contract/operation.ts'
import { defineEvent } from '#contract/event.ts'
import { RecordRef, id, instant, integer, noInput, page, pageInput, text, textOrNull } from '#contract/schema.ts'

export * from './approval-contract.ts'
export * from './realtime-contract.ts'

export const JobId = id('kernel.job')
export const UploadId = id('kernel.upload')

export const JobState = z.enum(['queued', 'running', 'done', 'failed', 'cancelled'])
export const Job = z
  .object({
    id: JobId,
    name: text,
    state: JobState,
    progress: z.object({ done: z.number(), total: z.number().nullable(), unit: text }),
    attempt: integer,
    createdAt: instant(),
    startedAt: instant().nullable(),
    finishedAt: instant().nullable(),
    result: z.unknown(),
    problem: z.object({ code: text, detail: text }).nullable(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

const jobErrors = { 'job-not-found': 'There is no such job' } as const
const exampleId = '01933b6e-8f00-7000-8000-000000000001'

export const jobChanged = defineEvent({
  name: 'jobs.changed',
  summary: 'A job began or ended',
  audience: 'person',
  data: z.object({ id: JobId, state: JobState }),
})

export const getJob = defineQuery({
  name: 'jobs.get',
  summary: 'Read one job: its state, progress and result',
  access: 'member',
  input: z.strictObject({ id: JobId }),
  output: Job,
  errors: jobErrors,
  http: 'GET /jobs/{id}',
  cli: { positional: ['id'] },
  example: { id: exampleId },
})

export const listJobs = defineQuery({
  name: 'jobs.list',
  summary: 'List your jobs, newest first',
  access: 'member',
  input: z.strictObject({ ...pageInput, state: JobState.optional(), name: z.string().max(100).optional() }),
  output: page(Job),
  http: 'GET /jobs',
  example: {},
})

export const cancelJob = defineCommand({
  name: 'jobs.cancel',
  summary: 'Ask a job to stop; what it stored so far stays',
  access: 'member',
  input: z.strictObject({ id: JobId }),
  output: Job,
  errors: { ...jobErrors, 'already-finished': 'That job has already ended' },
  http: 'POST /jobs/{id}/cancel',
  cli: { positional: ['id'] },
  emits: [jobChanged],
  example: { id: exampleId },
})

export const watchJob = defineStream({
  name: 'jobs.watch',
  summary: 'Follow a job until it ends; one record a change',
  access: 'member',
  input: z.strictObject({ id: JobId }),
  output: Job,
  errors: jobErrors,
  http: 'GET /jobs/{id}/watch',
  cli: { positional: ['id'] },
  example: { id: exampleId },
})

export const Upload = z
  .object({ id: UploadId, name: text, size: integer, sha256: text, createdAt: instant() })
  .meta({ id: 'Upload' })
export type Upload = z.infer<typeof Upload>

export const createUpload = defineEndpoint({
  name: 'uploads.create',
  summary: 'Store a file to be used by a later operation; the body is the file itself',
  access: 'member',
  input: z.strictObject({ name: z.string().min(1).max(255).default('upload') }),
  output: Upload,
  errors: {
    'upload-too-large': { message: 'The file is larger than an upload may be', kind: 'too-large' },
    'upload-interrupted': { message: 'The upload ended early, nothing was kept', retryable: true },
  },
  http: 'POST /uploads',
  example: { name: 'mail.mbox.gz' },
})

export const getUpload = defineQuery({
  name: 'uploads.get',
  summary: 'Read one upload',
  access: 'member',
  input: z.strictObject({ id: UploadId }),
  output: Upload,
  errors: { 'upload-not-found': 'There is no such upload' },
  http: 'GET /uploads/{id}',
  cli: { positional: ['id'] },
  example: { id: exampleId },
})

export const Link = z
  .object({ relation: text, direction: z.enum(['out', 'in']), record: RecordRef, title: textOrNull })
  .meta({ id: 'Link' })
export type Link = z.infer<typeof Link>

export const listLinks = defineQuery({
  name: 'links.list',
  summary: 'List the records that one record is linked with, both ways',
  access: 'member',
  input: z.strictObject({ kind: z.string().max(100), id: z.uuid() }),
  output: z.object({ items: z.array(Link) }),
  http: 'GET /links',
  cli: { positional: ['kind', 'id'] },
  example: { kind: 'tasks.task', id: exampleId },
})

export const AuditEntry = z
  .object({
    n: integer,
    at: instant(),
    workspaceId: text,
    actorId: z.string().describe('Who did it'),
    asId: z.string().nullable().describe('In whose place an administrator did it'),
    surface: text,
    operation: text,
    outcome: text,
    subject: textOrNull,
    requestId: text,
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'AuditEntry' })

const auditInput = z.strictObject({
  ...pageInput,
  operation: z.string().max(100).optional(),
  subject: z.string().max(100).optional(),
  person: z.uuid().optional().describe('Who did it, or in whose place it was done'),
  from: instant().optional(),
  to: instant().optional().describe('The first instant that is too late'),
})

export const describeRecords = defineQuery({
  name: 'records.describe',
  summary: 'Titles of records of one kind; those that are not yours to see are left out',
  access: 'member',
  input: z.strictObject({ kind: z.string().max(100), ids: z.array(z.string().max(100)).min(1).max(200) }),
  output: z.object({ items: z.array(z.object({ id: text, title: text })) }),
  http: 'POST /records/describe',
  cli: { name: 'records describe', positional: ['kind', 'ids'] },
  example: { kind: 'tasks.task', ids: [exampleId] },
})

export const listAudit = defineQuery({
  name: 'audit.list',
  summary: 'List who did what, newest first',
  access: 'admin',
  input: auditInput,
  output: page(AuditEntry),
  http: 'GET /audit',
  example: {},
})

export const listAllAudit = defineQuery({
  name: 'admin.audit-logs',
  summary: 'List who did what in any workspace, and what strangers were refused, newest first',
  access: 'instance-admin',
  input: auditInput,
  output: page(AuditEntry),
  http: 'GET /admin/audit-logs',
  example: {},
})

export const Setting = z
  .object({
    name: text,
    summary: text,
    level: z.enum(['instance', 'workspace', 'person']),
    value: z.unknown(),
    default: z.unknown(),
  })
  .meta({ id: 'Setting' })

export const listSettings = defineQuery({
  name: 'settings.list',
  summary: 'List the settings with their values',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(Setting) }),
  http: 'GET /settings',
  example: {},
})

export const updateSetting = defineCommand({
  name: 'settings.update',
  summary: 'Change one setting',
  access: 'member',
  input: z.strictObject({ name: z.string().max(100), value: z.json() }),
  output: Setting,
  errors: {
    'setting-not-found': 'There is no such setting',
    'bad-setting': 'That value does not fit the setting',
    'setting-refused': { message: 'Only an admin may change this setting', kind: 'forbidden' },
  },
  http: 'PUT /settings/{name}',
  cli: { positional: ['name', 'value'] },
  example: { name: 'example.setting', value: true },
})
