import { updateTemplate, type TaskTemplate } from '../../contract.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { areMembers, peopleOf } from '../people/are-members.ts'
import { isStale, staleDetail } from '../revision.ts'
import { columnsOf, findTemplate, isOutline, storeTemplate } from '../templates/store.ts'
import { toTemplate } from '../templates/to-template.ts'

export default command(updateTemplate, async (context, { id, rev, dropRecurrence, ...input }) => {
  const { db, actor, ask, changed, fail, now } = context
  const template = await findTemplate(db, id)
  if (!template) return fail('template-not-found')
  if (isStale(template, rev)) return fail('stale-revision', { detail: staleDetail(template) })
  if (!(await isProject(db, input.projectId))) return fail('project-not-found')
  if (!(await areMembers(ask, actor, newPeople(input, toTemplate(template))))) return fail('member-not-found')
  if (input.steps && !isOutline(input.steps)) return fail('bad-outline')

  const before = toTemplate(template)
  const said = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  const columns = columnsOf({ ...before, ...said, ...(dropRecurrence && { recurrence: null }) })
  if (Object.entries(columns).every(([column, value]) => template[column as keyof typeof columns] === value))
    return before
  const row = { ...template, ...columns, rev: template.rev + 1, updated_at: now() }
  await storeTemplate(context, template, row)
  changed(before, toTemplate(row))
  return toTemplate(row)
})

/** Whom a change names; who is in the template already may have left since. */
function newPeople(input: Parameters<typeof peopleOf>[0], before: TaskTemplate): string[] {
  const known = new Set(peopleOf(before))
  return peopleOf(input).filter((personId) => !known.has(personId))
}
