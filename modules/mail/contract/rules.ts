import { z } from 'zod'
import { defineEvent } from '#contract/event.ts'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, id, instant, integer, noInput, page, pageInput, text } from '#contract/schema.ts'
import { ImportId, LabelId, MessageId, MessageSummary } from './records.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

export const RuleId = id('mail.rule')
export const RuleRunId = id('mail.rule-run')
const ConnectionId = id('connections.connection')

/** What a rule does with a message. */
export const RuleActions = z
  .strictObject({
    addLabels: z.array(LabelId).max(20).default([]),
    move: z.enum(['archive', 'junk', 'trash']).nullable().default(null),
    markRead: z.boolean().default(false),
    star: z.boolean().default(false),
    makeTask: z.boolean().default(false).describe('On new mail alone; mail of the past makes no tasks'),
  })
  .meta({ id: 'RuleActions' })
export type RuleActions = z.infer<typeof RuleActions>

/** What is done with mail that matches: rules run in their order on each new message, once. */
export const Rule = z
  .object({
    id: RuleId,
    rev: integer,
    name: text,
    query: z.string().describe('In the words of search, such as `from:ada has:attachment`'),
    connectionId: ConnectionId.nullable().describe('Only mail of this account'),
    actions: RuleActions,
    enabled: boolean,
    stop: z.boolean().describe('Whether the rules after it are left out for what it matches'),
    position: integer,
    createdAt: instant(),
  })
  .meta({ id: 'Rule' })
export type Rule = z.infer<typeof Rule>

export const RuleRun = z
  .object({
    id: RuleRunId,
    ruleId: RuleId,
    name: text,
    state: z.enum(['running', 'done', 'stopped', 'failed', 'undoing', 'undone']),
    scanned: integer,
    matched: integer,
    total: integer,
    job: z.uuid().nullable(),
    createdAt: instant(),
    finishedAt: instant().nullable(),
  })
  .meta({ id: 'RuleRun' })
export type RuleRun = z.infer<typeof RuleRun>

export const rulesChanged = defineEvent({
  name: 'mail.rules-changed',
  summary: 'A rule was made, changed, moved or removed',
  audience: 'person',
  data: z.object({ id: RuleId }),
})
export const ruleRunChanged = defineEvent({
  name: 'mail.rule-run-changed',
  summary: 'Applying a rule to past mail began, ended or was undone',
  audience: 'person',
  data: z.object({ id: RuleRunId }),
})
export const taskWanted = defineEvent({
  name: 'mail.task-wanted',
  summary: 'A rule asks for a task of a message',
  audience: 'person',
  data: z.object({ id: MessageId, ruleId: RuleId }),
})

const query = z.string().max(1000)
const name = z.string().trim().min(1, 'A rule needs a name').max(200)
const ruleNotFound = { 'rule-not-found': 'There is no such rule' } as const
const runNotFound = { 'run-not-found': 'There is no such run of a rule' } as const
const badQuery = {
  'bad-query': {
    message: 'That condition cannot be read',
    kind: 'validation',
    remedy: 'See the guide to rules for what it may say.',
  },
} as const
const badCondition = { ...badQuery, 'connection-not-found': 'There is no such account' } as const
const badRule = {
  ...badCondition,
  'label-not-found': 'There is no such label',
  'nothing-to-do': { message: 'A rule needs something to do', kind: 'validation' },
} as const

export const listRules = defineQuery({
  name: 'mail.list-rules',
  summary: 'List your rules in the order they run',
  access: 'member',
  input: noInput,
  output: z.object({ items: z.array(Rule) }),
  http: 'GET /rules',
  cli: { name: 'rule list' },
  example: {},
})

export const createRule = defineCommand({
  name: 'mail.create-rule',
  summary: 'Make a rule for new mail; it runs after those there are',
  access: 'member',
  input: z.strictObject({
    name,
    query,
    connectionId: ConnectionId.nullable().default(null),
    actions: RuleActions,
    enabled: z.boolean().default(true),
    stop: z.boolean().default(false),
  }),
  output: Rule,
  errors: { ...badRule, 'too-many-rules': { message: 'There are 200 rules already', kind: 'conflict' } },
  http: 'POST /rules',
  cli: { name: 'rule add' },
  emits: [rulesChanged],
  example: { name: 'Invoices', query: 'subject:invoice has:attachment', actions: { star: true } },
})

export const updateRule = defineCommand({
  name: 'mail.update-rule',
  summary: 'Change a rule; what is left out stays',
  access: 'member',
  input: z.strictObject({
    id: RuleId,
    rev: z.number().int().min(1).optional().describe('The revision the change is based on; If-Match in REST'),
    name: name.optional(),
    query: query.optional(),
    connectionId: ConnectionId.nullable().optional(),
    actions: RuleActions.optional(),
    enabled: z.boolean().optional(),
    stop: z.boolean().optional(),
  }),
  output: Rule,
  errors: { ...ruleNotFound, ...badRule },
  http: 'PATCH /rules/{id}',
  cli: { name: 'rule update', positional: ['id'] },
  emits: [rulesChanged],
  example: { id: exampleId, enabled: false },
})

export const deleteRule = defineCommand({
  name: 'mail.delete-rule',
  summary: 'Remove a rule; what it did stays',
  access: 'member',
  input: z.strictObject({ id: RuleId }),
  output: Rule,
  errors: ruleNotFound,
  http: 'DELETE /rules/{id}',
  cli: { name: 'rule delete', positional: ['id'] },
  emits: [rulesChanged],
  example: { id: exampleId },
})

export const orderRules = defineCommand({
  name: 'mail.order-rules',
  summary: 'Put rules into an order; those not named come after',
  access: 'member',
  input: z.strictObject({ ids: z.array(RuleId).min(1).max(200) }),
  output: z.object({ items: z.array(Rule) }),
  errors: ruleNotFound,
  http: 'POST /rules/order',
  cli: { name: 'rule order', positional: ['ids'] },
  emits: [rulesChanged],
  example: { ids: [exampleId] },
})

export const tryRule = defineQuery({
  name: 'mail.try-rule',
  summary: 'Which past mail a condition matches; nothing is changed',
  access: 'member',
  input: z.strictObject({ query, connectionId: ConnectionId.nullable().default(null) }),
  output: z.object({
    matched: integer,
    scanned: integer,
    complete: z.boolean().describe('False where only the newest mail was looked at'),
    items: z.array(MessageSummary).describe('The newest 50 that match'),
  }),
  errors: badCondition,
  http: 'POST /rules/try',
  cli: { name: 'rule try', positional: ['query'] },
  example: { query: 'from:ada' },
})

const started = z.object({ job: z.uuid(), run: RuleRunId })

export const applyRule = defineCommand({
  name: 'mail.apply-rule',
  summary: 'Apply a rule to the mail there is, or to that of one import',
  access: 'member',
  input: z.strictObject({ id: RuleId, importId: ImportId.nullable().default(null) }),
  output: started,
  errors: { ...ruleNotFound, 'import-not-found': 'There is no such import' },
  http: 'POST /rules/{id}/apply',
  cli: { name: 'rule apply', positional: ['id'] },
  agent: { confirm: 'always' },
  emits: [ruleRunChanged],
  example: { id: exampleId },
  startsJob: true,
})

export const undoRuleRun = defineCommand({
  name: 'mail.undo-rule-run',
  summary: 'Put the messages back that a run of a rule changed, as far as nobody changed them since',
  access: 'member',
  input: z.strictObject({ id: RuleRunId }),
  output: started,
  errors: {
    ...runNotFound,
    'already-undone': 'That run was undone',
    'still-running': { message: 'That run is not over', kind: 'conflict', remedy: 'Stop it first.' },
  },
  http: 'POST /rule-runs/{id}/undo',
  cli: { name: 'rule undo', positional: ['id'] },
  emits: [ruleRunChanged],
  example: { id: exampleId },
  startsJob: true,
})

export const getRuleRun = defineQuery({
  name: 'mail.get-rule-run',
  summary: 'Read how applying a rule goes',
  access: 'member',
  input: z.strictObject({ id: RuleRunId }),
  output: RuleRun,
  errors: runNotFound,
  http: 'GET /rule-runs/{id}',
  cli: { name: 'rule run', positional: ['id'] },
  example: { id: exampleId },
})

export const listRuleRuns = defineQuery({
  name: 'mail.list-rule-runs',
  summary: 'List where rules were applied to past mail, newest first',
  access: 'member',
  input: z.strictObject({ ...pageInput }),
  output: page(RuleRun),
  http: 'GET /rule-runs',
  cli: { name: 'rule runs' },
  example: {},
})
