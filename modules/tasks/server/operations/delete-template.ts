import { deleteTemplate } from '../../contract.ts'
import { command } from '../database.ts'
import { isStale, staleDetail } from '../revision.ts'
import { findTemplate, storeTemplate } from '../templates/store.ts'
import { toTemplate } from '../templates/to-template.ts'
import { changeOf } from '../undo/record-change.ts'

export default command(deleteTemplate, async (context, { id, rev }) => {
  const { db, changed, fail } = context
  const template = await findTemplate(db, id)
  if (!template) return fail('template-not-found')
  if (isStale(template, rev)) return fail('stale-revision', { detail: staleDetail(template) })
  await storeTemplate(context, template, null)
  changed(toTemplate(template), null)
  return { changeId: changeOf(db) }
})
