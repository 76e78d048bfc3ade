import { scrubErased } from '#kernel/erasure/contract.ts'
import { mailErased } from '../../contract.ts'
import { command } from '../database.ts'
import { forgetOwner } from '../internal.ts'
import { ownerOf } from '../policy.ts'
import { eraseTidyingOfOwner } from '../tidying/erase-tidying.ts'

export default command(forgetOwner, async ({ db, actor, emit, enqueue }) => {
  const ownerId = ownerOf(actor)
  const imports = await db.deleteFrom('mail_import').where('owner_id', '=', ownerId).returning('upload_id').execute()
  await db.deleteFrom('mail_message_label').where('owner_id', '=', ownerId).execute()
  await db.deleteFrom('mail_label').where('owner_id', '=', ownerId).execute()
  await db.deleteFrom('mail_reference').where('owner_id', '=', ownerId).execute()
  await db.deleteFrom('mail_thread_place').where('owner_id', '=', ownerId).execute()
  await db.deleteFrom('mail_count').where('owner_id', '=', ownerId).execute()
  for (const table of [
    'mail_mailbox',
    'mail_placement',
    'mail_orphan',
    'mail_outbox',
    'mail_push',
    'mail_skipped',
    'mail_gmail_account',
    'mail_gmail_message',
  ] as const)
    await db.deleteFrom(table).where('owner_id', '=', ownerId).execute()
  await eraseTidyingOfOwner(db, { ownerId, workspaceId: actor.workspaceId })
  emit(mailErased, { id: ownerId })
  await enqueue(scrubErased, { module: 'mail', all: true })
  return { uploads: imports.map((row) => row.upload_id) }
})
