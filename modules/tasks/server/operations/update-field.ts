import { fieldChanged, updateField } from '../../contract.ts'
import { findField, toCustomField } from '../custom-fields/store.ts'
import type { CustomFieldRow } from '../custom-fields/tables.ts'
import { command } from '../database.ts'
import { isStale, staleDetail } from '../revision.ts'

export default command(updateField, async ({ db, changed, emit, fail, now }, { id, rev, name, choices, archived }) => {
  const field = await findField(db, id)
  if (!field) return fail('field-not-found')
  if (isStale(field, rev)) return fail('stale-revision', { detail: staleDetail(field) })
  if (choices && (field.kind === 'choice') !== choices.length > 0) return fail('choices-needed')

  const saved: CustomFieldRow = {
    ...field,
    name: name ?? field.name,
    choices: choices ? JSON.stringify([...new Set(choices)]) : field.choices,
    archived: archived === undefined ? field.archived : Number(archived),
    rev: field.rev + 1,
    updated_at: now(),
  }
  await db.updateTable('tasks_field').set(saved).where('id', '=', id).execute()
  emit(fieldChanged, { id })
  changed(toCustomField(field, null), toCustomField(saved, null))
  return toCustomField(saved, null)
})
