import { personOf } from '#kernel/actor.ts'
import { listWorkspaces } from '../../contract.ts'
import { query } from '../database.ts'
import { selectDeleted, selectWorkspaces, toWorkspace } from '../people/workspaces.ts'

export default query(listWorkspaces, async ({ db, actor, now }) => {
  const person = personOf(actor)
  const rows = await selectWorkspaces(db, person).limit(200).execute()
  const deleted = await selectDeleted(db, person, now()).limit(200).execute()
  return { items: [...rows, ...deleted].map((row) => toWorkspace(row, actor.workspaceId)) }
})
