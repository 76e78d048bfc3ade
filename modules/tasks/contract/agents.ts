import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { boolean, id, instant, integer, text } from '#contract/schema.ts'
import { defineEvent } from '#contract/event.ts'
import { exampleId, rev } from './inputs.ts'

export const AgentId = id('tasks.agent')

/** Something beside the members that work can be given to, such as a program or a service. */
export const Agent = z
  .object({
    id: AgentId,
    rev: integer,
    name: text,
    skills: z.array(text),
    capacity: integer.describe('How much open work it takes at once'),
    open: integer.describe('How much it has'),
    archived: boolean,
    createdAt: instant(),
  })
  .meta({ id: 'Agent' })
export type Agent = z.infer<typeof Agent>

export const agentChanged = defineEvent({
  name: 'tasks.agent-changed',
  summary: 'An agent was made or changed',
  data: z.object({ id: AgentId }),
})

const name = z.string().trim().min(1, 'An agent needs a name').max(100)
const skills = z.array(z.string().trim().min(1).max(60)).max(30)
const capacity = z.number().int().min(1).max(100).describe('How much open work it takes at once')
const nameTaken = { 'agent-name-taken': { message: 'There is an agent of that name', kind: 'conflict' } } as const

export const createAgent = defineCommand({
  name: 'tasks.create-agent',
  summary: 'Make an agent that tasks can be given to',
  access: 'member',
  input: z.strictObject({ name, skills: skills.default([]), capacity: capacity.default(1) }),
  output: Agent,
  errors: nameTaken,
  http: 'POST /delegation/agents',
  cli: { name: 'agent add', positional: ['name'] },
  emits: [agentChanged],
  example: { name: 'Research', skills: ['reading', 'summaries'], capacity: 2 },
})

export const updateAgent = defineCommand({
  name: 'tasks.update-agent',
  summary: 'Change an agent, or put it away; what it has stays with it',
  access: 'member',
  input: z.strictObject({
    id: AgentId,
    rev,
    name: name.optional(),
    skills: skills.optional(),
    capacity: capacity.optional(),
    archived: boolean.optional(),
  }),
  output: Agent,
  errors: { ...nameTaken, 'agent-not-found': 'There is no such agent' },
  http: 'PATCH /delegation/agents/{id}',
  cli: { name: 'agent update', positional: ['id'] },
  emits: [agentChanged],
  example: { id: exampleId, capacity: 3 },
})

export const listAgents = defineQuery({
  name: 'tasks.list-agents',
  summary: 'List agents by name, 200 at most',
  access: 'member',
  input: z.strictObject({
    archived: z.stringbool().or(boolean).optional().describe('Those that were put away too'),
  }),
  output: z.object({ items: z.array(Agent) }),
  http: 'GET /delegation/agents',
  cli: { name: 'agent list' },
  example: {},
})
