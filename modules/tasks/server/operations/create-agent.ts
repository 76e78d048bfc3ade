import { uuidv7 } from '#base/ids.ts'
import { agentChanged, createAgent } from '../../contract.ts'
import { command } from '../database.ts'
import { isNameTaken, toAgent } from '../delegation/agents.ts'
import type { AgentRow } from '../delegation/tables.ts'

export default command(createAgent, async ({ db, changed, emit, fail, now }, { name, skills, capacity }) => {
  if (await isNameTaken(db, name)) return fail('agent-name-taken')
  const row: AgentRow = {
    id: uuidv7(),
    rev: 1,
    name,
    skills: JSON.stringify([...new Set(skills)]),
    max_open: capacity,
    archived: 0,
    created_at: now(),
    updated_at: now(),
  }
  await db.insertInto('tasks_agent').values(row).execute()
  emit(agentChanged, { id: row.id })
  const agent = toAgent(row, 0)
  changed(null, agent)
  return agent
})
