import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { rowBefore } from '#kernel/database/raw.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listPrompts } from '../../contract.ts'
import { query } from '../database.ts'
import { builtInPrompts } from '../prompts/built-in.ts'
import { toBuiltInPrompt, toPrompt } from '../prompts/to-prompt.ts'

export default query(listPrompts, async ({ db, actor }, { cursor, limit }) => {
  const after = readCursor(cursor, ['string', 'string'])
  if (after instanceof Failure) return after
  let select = db
    .selectFrom('capture_prompt')
    .selectAll()
    .where('person_id', '=', personOf(actor))
    .where('deleted_at', 'is', null)
    .orderBy('name_order')
    .orderBy('id')
    .limit(limit + 1)
  if (after) select = select.where(rowBefore(['name_order', 'id'], after, 'asc'))
  const own = toPage(await select.execute(), limit, toPrompt, ({ name_order, id }) => [name_order, id])
  // Few come with Daybook: they stand before the first page.
  return after ? own : { ...own, items: [...builtInPrompts.map(toBuiltInPrompt), ...own.items] }
})
