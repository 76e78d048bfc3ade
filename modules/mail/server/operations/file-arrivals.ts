import { command } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { ownerOf } from '../policy.ts'
import { fileArrivals } from '../rules/internal.ts'
import { runRules } from '../rules/run-rules.ts'
import { junkBlocked } from '../tidying/junk-blocked.ts'
import { endAnswered } from '../tidying/end-answered.ts'

export default command(fileArrivals, async (context, { ids }) => {
  const rows = await context.db
    .selectFrom('mail_message')
    .selectAll()
    .where('owner_id', '=', ownerOf(context.actor))
    .where('id', 'in', ids)
    .where('place', '!=', COPY_PLACE)
    .orderBy('date_at')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return {}
  const junked = await junkBlocked(context, rows)
  const welcome = rows.filter(({ id }) => !junked.has(id))
  await endAnswered(context, welcome)
  await runRules(context, welcome)
  return {}
})
