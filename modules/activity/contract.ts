import { z } from 'zod'
import { defineQuery } from '#contract/operation.ts'
import { RecordRef, date, instant, integer, noInput, page, pageInput, text } from '#contract/schema.ts'
import { UserId } from '../identity/contract.ts'

export const ActivityEntry = z
  .object({
    id: z.uuid().describe('Id of the event; of the newest one where several are told as one'),
    at: instant(),
    action: z.string().describe('Name of the event, such as tasks.completed'),
    summary: z.string().describe('What happened, in a sentence'),
    actor: z.object({
      id: z.string().describe('A person, or system:… where Daybook did it by itself'),
      name: z.string().nullable().describe('Null where the person is no member any more'),
    }),
    record: z.object({
      kind: text,
      id: text,
      title: z.string().nullable().describe('Null where the record is gone or not yours to see'),
    }),
    count: z.number().int().describe('How many events this stands for'),
    onlyYou: z.boolean().describe('Whether nobody else sees this entry'),
  })
  .meta({ id: 'ActivityEntry' })
export type ActivityEntry = z.infer<typeof ActivityEntry>

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

export const listActivity = defineQuery({
  name: 'activity.list',
  summary: 'List what happened in the workspace, newest first; bulk work is told as one',
  access: 'member',
  input: z.strictObject({
    ...pageInput,
    person: UserId.optional().describe('Who did it'),
    kind: z.string().min(1).max(100).optional().describe('Kind of record, such as tasks.task'),
    action: z.string().min(1).max(100).optional().describe('Name of the event'),
    from: date().optional().describe('First day, in UTC'),
    to: date().optional().describe('Last day, in UTC'),
  }),
  output: page(ActivityEntry),
  http: 'GET /activity',
  cli: { name: 'activity' },
  example: {},
})

export const recordHistory = defineQuery({
  name: 'activity.of-record',
  summary: 'List what happened to one record, newest first',
  access: 'member',
  input: z.strictObject({ ...pageInput, ...RecordRef.shape }),
  output: page(ActivityEntry),
  http: 'GET /activity/record',
  cli: { name: 'activity of-record', positional: ['kind', 'id'] },
  example: { kind: 'tasks.task', id: exampleId },
})

export const Statistics = z
  .object({
    users: integer,
    activeUsers: z.number().int().describe('People with a session or token used in the last 30 days'),
    suspendedUsers: integer,
    workspaces: integer,
    messages: integer,
    tasks: integer,
    events: integer,
  })
  .meta({ id: 'Statistics' })
export type Statistics = z.infer<typeof Statistics>

export const readStatistics = defineQuery({
  name: 'admin.stats',
  summary: 'Count people, workspaces, messages and tasks of this Daybook',
  access: 'instance-admin',
  input: noInput,
  output: Statistics,
  http: 'GET /admin/stats',
  example: {},
})
