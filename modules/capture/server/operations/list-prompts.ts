import { personOf } from '#kernel/actor.ts'
import { rowBefore } from '#kernel/database/raw.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listPrompts } from '../../contract.ts'
import { query } from '../database.ts'
import { builtInPrompts } from '../prompts/built-in.ts'
import { toBuiltInPrompt, toPrompt } from '../prompts/to-prompt.ts'

// A cursor says how many that come with Daybook were shown, and after them the last of one's own.
export default query(listPrompts, async ({ db, actor }, { cursor, limit }) => {
  const after = readCursor(cursor, ['number', 'string', 'string'])
  if (after instanceof Failure) return after
  const [shown, name, id] = (after ?? [0, '', '']) as [number, string, string]
  let select = db
    .selectFrom('capture_prompt')
    .selectAll()
    .where('person_id', '=', personOf(actor))
    .where('deleted_at', 'is', null)
    .orderBy('name_order')
    .orderBy('id')
    .limit(limit + 1)
  if (name !== '') select = select.where(rowBefore(['name_order', 'id'], [name, id], 'asc'))
  const builtIn = builtInPrompts
    .map((prompt, index) => ({ prompt: toBuiltInPrompt(prompt), key: [index + 1, '', ''] }))
    .slice(shown)
  const own = (await select.execute()).map((row) => ({
    prompt: toPrompt(row),
    key: [builtInPrompts.length, row.name_order, row.id],
  }))
  const rows = [...builtIn, ...own].slice(0, limit + 1)
  return toPage(
    rows,
    limit,
    ({ prompt }) => prompt,
    ({ key }) => key,
  )
})
