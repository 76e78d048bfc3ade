import { listAgents } from '../../contract.ts'
import { query } from '../database.ts'
import { openOf, toAgent } from '../delegation/agents.ts'

export default query(listAgents, async ({ db }, { archived }) => {
  let rows = db.selectFrom('tasks_agent').selectAll().orderBy('archived').orderBy('name').orderBy('id').limit(200)
  if (!archived) rows = rows.where('archived', '=', 0)
  const agents = await rows.execute()
  const open = await openOf(
    db,
    agents.map(({ id }) => id),
  )
  return { items: agents.map((agent) => toAgent(agent, open.get(agent.id)!)) }
})
