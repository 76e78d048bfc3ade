import { uuidv7 } from '#base/ids.ts'
import { createTemplate, templateChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { toColumns } from '../session/to-session.ts'
import { toTemplate } from '../templates/find-template.ts'

const MOST = 50

export default command(createTemplate, async ({ db, actor, emit, fail, now }, { name, ...setup }) => {
  const { n } = await db
    .selectFrom('focus_template')
    .select((of) => of.fn.countAll<number>().as('n'))
    .where('person_id', '=', actor.id)
    .executeTakeFirstOrThrow()
  if (Number(n) >= MOST) return fail('too-many-templates')

  const row = { id: uuidv7(), person_id: actor.id, name, ...toColumns(setup), created_at: now() }
  await db.insertInto('focus_template').values(row).execute()
  emit(templateChanged, { id: row.id })
  return toTemplate(row)
})
