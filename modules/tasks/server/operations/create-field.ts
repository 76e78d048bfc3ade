import { uuidv7 } from '#base/ids.ts'
import { createField, fieldChanged } from '../../contract.ts'
import { isKeyTaken, keyOfName } from '../custom-fields/field-key.ts'
import { allFields, MOST_FIELDS, toCustomField } from '../custom-fields/store.ts'
import type { CustomFieldRow } from '../custom-fields/tables.ts'
import { command } from '../database.ts'

export default command(createField, async ({ db, changed, emit, fail, now }, { name, kind, key, choices }) => {
  const keys = (await allFields(db)).map((field) => field.key)
  if (keys.length >= MOST_FIELDS) return fail('too-many-fields')
  if (key !== undefined && isKeyTaken(key, keys)) return fail('field-key-taken')
  if ((kind === 'choice') !== choices.length > 0) return fail('choices-needed')

  const row: CustomFieldRow = {
    id: uuidv7(),
    rev: 1,
    name,
    key: key ?? keyOfName(name, keys),
    kind,
    choices: JSON.stringify([...new Set(choices)]),
    archived: 0,
    created_at: now(),
    updated_at: now(),
  }
  await db.insertInto('tasks_field').values(row).execute()
  emit(fieldChanged, { id: row.id })
  const field = toCustomField(row, null)
  changed(null, field)
  return field
})
