import { describeUsers } from '../../contract.ts'
import { query } from '../database.ts'

export default query(describeUsers, async ({ db, actor }, { ids }) => {
  const items = await db
    .selectFrom('identity_user as u')
    .select(['u.id', 'u.name as title'])
    .where('u.id', 'in', ids)
    .where((e) =>
      e.or([
        e.exists(
          e
            .selectFrom('identity_member as m')
            .select('m.user_id')
            .whereRef('m.user_id', '=', 'u.id')
            .where('m.workspace_id', '=', actor.workspaceId),
        ),
        e.exists(
          e
            .selectFrom('identity_former_member as f')
            .select('f.user_id')
            .whereRef('f.user_id', '=', 'u.id')
            .where('f.workspace_id', '=', actor.workspaceId),
        ),
      ]),
    )
    .execute()
  return { items }
})
