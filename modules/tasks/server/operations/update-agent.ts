import { agentChanged, updateAgent } from '../../contract.ts'
import { command } from '../database.ts'
import { findAgent, isNameTaken, openOf, toAgent } from '../delegation/agents.ts'
import type { AgentRow } from '../delegation/tables.ts'
import { isStale, staleDetail } from '../revision.ts'

export default command(updateAgent, async ({ db, changed, emit, fail, now }, input) => {
  const { id, rev, name, skills, capacity, archived } = input
  const agent = await findAgent(db, id)
  if (!agent) return fail('agent-not-found')
  if (isStale(agent, rev)) return fail('stale-revision', { detail: staleDetail(agent) })
  const saved: AgentRow = {
    ...agent,
    name: name ?? agent.name,
    skills: skills ? JSON.stringify([...new Set(skills)]) : agent.skills,
    max_open: capacity ?? agent.max_open,
    archived: archived === undefined ? agent.archived : Number(archived),
    rev: agent.rev + 1,
    updated_at: now(),
  }
  if (saved.archived === 0 && (await isNameTaken(db, saved.name, id))) return fail('agent-name-taken')

  await db.updateTable('tasks_agent').set(saved).where('id', '=', id).execute()
  emit(agentChanged, { id })
  const open = (await openOf(db, [id])).get(id)!
  changed(toAgent(agent, open), toAgent(saved, open))
  return toAgent(saved, open)
})
