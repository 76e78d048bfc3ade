import { uuidv7 } from '#base/ids.ts'
import type { Actor } from '#kernel/actor.ts'
import type { WriteDatabase } from '#kernel/database/scoped.ts'
import type { MailTables } from '../database.ts'
import { ownerOf } from '../policy.ts'
import type { AlarmRow } from './tables.ts'

/** Sets the one alarm of a thread or a reminder. */
export async function setAlarm(
  db: WriteDatabase<MailTables>,
  actor: Actor,
  { kind, subjectId, dueAt }: { kind: AlarmRow['kind']; subjectId: string; dueAt: number },
): Promise<void> {
  await db.deleteFrom('mail_alarm').where('subject_id', '=', subjectId).execute()
  await db
    .insertInto('mail_alarm')
    .values({
      id: uuidv7(),
      kind,
      subject_id: subjectId,
      of_workspace: actor.workspaceId,
      owner_id: ownerOf(actor),
      due_at: dueAt,
    })
    .execute()
}
