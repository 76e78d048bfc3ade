import { projectChanged, updateProject } from '../../contract.ts'
import { command, type ProjectRow } from '../database.ts'
import { countOpenTasks, findProject } from '../find-project.ts'
import { nameOrder } from '../name-order.ts'
import { areMembers } from '../people/are-members.ts'
import { hasSharedBelow, mayStandIn } from '../projects/may-stand-in.ts'
import { tellTasks } from '../projects/tell-tasks.ts'
import { isStale, staleDetail } from '../revision.ts'
import { toProject } from '../to-project.ts'
import { recordChange } from '../undo/record-change.ts'

export default command(updateProject, async (context, { id, rev, ...input }) => {
  const { db, actor, ask, changed, emit, fail, now } = context
  const project = await findProject(db, id)
  if (!project) return fail('project-not-found')
  if (isStale(project, rev)) return fail('stale-revision', { detail: staleDetail(project) })
  const isOwner = project.owner_id === actor.id
  const { ownerId, visibility } = input
  if (ownerId !== undefined && ownerId !== project.owner_id) {
    if (!isOwner && actor.role !== 'admin' && actor.role !== 'owner') return fail('not-the-owner')
    if (!(await areMembers(ask, actor, [ownerId]))) return fail('member-not-found')
  }
  const isPrivate = visibility === undefined ? project.private_to !== null : visibility === 'private'
  if (isPrivate !== (project.private_to !== null) && !isOwner) return fail('not-the-owner')

  const wanted = wantedOf(project, input, isPrivate)
  const parent = wanted.parent_id === null ? null : await findProject(db, wanted.parent_id)
  if (parent === undefined && wanted.parent_id !== project.parent_id) return fail('project-not-found')
  if (parent && !(await mayStandIn(db, { id, private_to: wanted.private_to }, parent))) return fail('illegal-parent')
  if (isPrivate && project.private_to === null && (await hasSharedBelow(db, id))) return fail('illegal-parent')

  const open_tasks = await countOpenTasks(db, id)
  const columns = Object.keys(wanted) as (keyof typeof wanted)[]
  if (columns.every((column) => project[column] === wanted[column])) return toProject({ ...project, open_tasks })

  const changes = { ...wanted, rev: project.rev + 1, updated_at: now() }
  await db.updateTable('tasks_project').set(changes).where('id', '=', id).execute()
  const before = Object.fromEntries(columns.map((column) => [column, project[column]]))
  await recordChange(db, 'project', id, before, wanted)
  const after = toProject({ ...project, ...changes, open_tasks })
  emit(projectChanged, { id })
  if (wanted.private_to !== project.private_to) await tellTasks(context, id)
  changed(toProject({ ...project, open_tasks }), after)
  return after
})

type Input = Omit<Parameters<typeof updateProject.input.parse>[0] & object, 'id' | 'rev'> & {
  [member in 'name' | 'color' | 'outcome' | 'targetOn' | 'ownerId' | 'parentId']?: string | null | undefined
} & { archived?: boolean | undefined }

/** The columns as they are to be; what is not said stays. */
function wantedOf(project: ProjectRow, input: Input, isPrivate: boolean) {
  const name = input.name ?? project.name
  const owner_id = input.ownerId ?? project.owner_id
  return {
    name,
    name_order: nameOrder(name),
    color: input.color === undefined ? project.color : input.color,
    outcome: input.outcome === undefined ? project.outcome : input.outcome,
    target_on: input.targetOn === undefined ? project.target_on : input.targetOn,
    archived: input.archived === undefined ? project.archived : Number(input.archived),
    owner_id,
    private_to: isPrivate ? owner_id : null,
    parent_id: input.parentId === undefined ? project.parent_id : input.parentId,
  }
}
