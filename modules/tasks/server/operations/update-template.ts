import { updateTemplate } from '../../contract.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { isStale, staleDetail } from '../revision.ts'
import { columnsOf, findTemplate, isOutline, storeTemplate } from '../templates/store.ts'
import { toTemplate } from '../templates/to-template.ts'

export default command(updateTemplate, async (context, { id, rev, ...input }) => {
  const { db, changed, fail, now } = context
  const template = await findTemplate(db, id)
  if (!template) return fail('template-not-found')
  if (isStale(template, rev)) return fail('stale-revision', { detail: staleDetail(template) })
  if (!(await isProject(db, input.projectId))) return fail('project-not-found')
  if (input.steps && !isOutline(input.steps)) return fail('bad-outline')

  const before = toTemplate(template)
  const said = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
  const columns = columnsOf({ ...before, ...said })
  if (Object.entries(columns).every(([column, value]) => template[column as keyof typeof columns] === value))
    return before
  const row = { ...template, ...columns, rev: template.rev + 1, updated_at: now() }
  await storeTemplate(context, template, row)
  changed(before, toTemplate(row))
  return toTemplate(row)
})
