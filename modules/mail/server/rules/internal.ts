import { z } from 'zod'
import { defineJob } from '#contract/job.ts'
import { defineCommand } from '#contract/operation.ts'
import { boolean, integer, nothing } from '#contract/schema.ts'
import { MessageId, messageChanged, reminderChanged, RuleRunId, ruleRunChanged, taskWanted } from '../../contract.ts'

const exampleId = '01933b6e-8f00-7000-8000-000000000001'

/** What new mail brings about: blocked senders go to junk, rules run, reminders end. A second time does nothing. */
export const fileArrivals = defineCommand({
  name: 'mail.file-arrivals',
  summary: 'Do with new mail what its owner asked for',
  access: 'system',
  input: z.strictObject({ ids: z.array(MessageId).max(500) }),
  output: nothing,
  emits: [messageChanged, reminderChanged, taskWanted],
  example: { ids: [exampleId] },
})

export const applyRuleJob = defineJob({
  name: 'mail.apply-rule',
  summary: 'Apply a rule to the mail there is',
  input: z.object({ runId: RuleRunId }),
})

export const undoRuleRunJob = defineJob({
  name: 'mail.undo-rule-run',
  summary: 'Put back what a run of a rule changed',
  input: z.object({ runId: RuleRunId }),
})

const step = z.object({ done: boolean, scanned: integer, total: integer })
const stepErrors = { 'run-not-found': 'There is no such run of a rule', 'rule-not-found': 'There is no such rule' }

/** Applies the rule of a run to some more messages, and notes how far it is. */
export const applyRuleBatch = defineCommand({
  name: 'mail.apply-rule-batch',
  summary: 'Apply a rule to some messages',
  access: 'system',
  input: z.strictObject({ runId: RuleRunId, limit: integer }),
  output: step,
  errors: stepErrors,
  emits: [messageChanged, ruleRunChanged],
  example: { runId: exampleId, limit: 50 },
})

/** Puts some more messages back. */
export const undoRuleBatch = defineCommand({
  name: 'mail.undo-rule-batch',
  summary: 'Put back some messages that a run of a rule changed',
  access: 'system',
  input: z.strictObject({ runId: RuleRunId, limit: integer }),
  output: step,
  errors: stepErrors,
  emits: [messageChanged, ruleRunChanged],
  example: { runId: exampleId, limit: 50 },
})

/** Notes that a run ended before its end. */
export const noteRuleRun = defineCommand({
  name: 'mail.note-rule-run',
  summary: 'Note how a run of a rule ended',
  access: 'system',
  input: z.strictObject({ runId: RuleRunId, state: z.enum(['stopped', 'failed']) }),
  output: nothing,
  emits: [ruleRunChanged],
  example: { runId: exampleId, state: 'stopped' },
})
