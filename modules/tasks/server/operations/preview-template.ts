import { formatDay } from '#base/query/calendar.ts'
import { isZone, serverZone } from '#base/server-locale.ts'
import { previewTemplate } from '../../contract.ts'
import { query } from '../database.ts'
import { isProject } from '../find-project.ts'
import { planOf, toPlannedTask } from '../templates/plan.ts'
import { startDay } from '../templates/start-day.ts'
import { findTemplate } from '../templates/store.ts'
import { toTemplate } from '../templates/to-template.ts'
import { withoutStrangers } from '../templates/without-strangers.ts'

export default query(previewTemplate, async (context, input) => {
  const { db, fail, now } = context
  const { id, startOn, values, projectId, zone = serverZone() } = input
  if (!isZone(zone)) return fail('bad-zone')
  const template = await findTemplate(db, id)
  if (!template) return fail('template-not-found')
  if (!(await isProject(db, projectId))) return fail('project-not-found')

  const start = startDay(startOn, now(), zone)
  const { missing, unknown, items } = planOf(await withoutStrangers(context, toTemplate(template)), {
    start,
    zone,
    values,
  })
  return { startOn: formatDay(start), missing, unknown, items: items.map(toPlannedTask) }
})
