import { personOf } from '#kernel/actor.ts'
import { command } from '../database.ts'
import { eraseFocus } from '../internal.ts'

const TABLES = ['focus_correction', 'focus_thought', 'focus_template', 'focus_session'] as const

export default command(eraseFocus, async ({ db, actor }, { everybody }) => {
  const personId = personOf(actor)
  const theirs = db.selectFrom('focus_session').select('id').where('person_id', '=', personId)
  const stretches = db.deleteFrom('focus_stretch')
  await (everybody ? stretches : stretches.where('session_id', 'in', theirs)).execute()
  for (const table of TABLES) {
    const rows = db.deleteFrom(table)
    await (everybody ? rows : rows.where('person_id', '=', personId)).execute()
  }
  return {}
})
