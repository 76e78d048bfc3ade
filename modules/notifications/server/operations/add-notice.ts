import { uuidv7 } from '#base/ids.ts'
import { personOf } from '#kernel/actor.ts'
import { noticeAdded, noticeSettings } from '../../contract.ts'
import { command } from '../database.ts'
import { addNotice } from '../internal.ts'

export default command(addNotice, async ({ db, actor, emit, now, setting }, { kind, key, title, detail, record }) => {
  if (!(await setting(noticeSettings[kind]))) return { added: false }

  const id = uuidv7()
  const added = await db
    .insertInto('notifications_notice')
    .values({
      id,
      person_id: personOf(actor),
      kind,
      notice_key: key,
      title,
      detail,
      record_kind: record?.kind ?? null,
      record_id: record?.id ?? null,
      created_at: now(),
      read_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return { added: false }

  emit(noticeAdded, { id })
  return { added: true }
})
