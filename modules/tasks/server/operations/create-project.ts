import { createProject, projectChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { findProject } from '../find-project.ts'
import { insertProject } from '../insert-project.ts'
import { ownerOf } from '../people/who.ts'
import { mayStandIn } from '../projects/may-stand-in.ts'
import { toProject } from '../to-project.ts'

export default command(createProject, async ({ db, actor, emit, fail, now }, input) => {
  const { name, color, outcome, targetOn, visibility, parentId } = input
  const owner_id = ownerOf(actor)
  const private_to = visibility === 'private' ? owner_id : null
  const parent = parentId === null ? null : await findProject(db, parentId)
  if (parent === undefined) return fail('project-not-found')
  if (parent && !(await mayStandIn(db, { id: null, private_to }, parent))) return fail('illegal-parent')

  const fields = { name, color, outcome, target_on: targetOn }
  const row = await insertProject(db, now(), fields, { owner_id, private_to, parent_id: parentId })
  emit(projectChanged, { id: row.id })
  return toProject({ ...row, open_tasks: 0 })
})
