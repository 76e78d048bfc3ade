import type { CommandContext } from '#kernel/context.ts'
import { command, type MailTables } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { eraseDrafts } from '../sending/internal.ts'

type Erasing = Pick<CommandContext<MailTables>, 'db' | 'releaseBlob'>

export default command(eraseDrafts, async (context, { everybody, limit }) => {
  const ownerId = everybody ? null : ownerOf(context.actor)
  // First what is on its way, so that nothing is sent for somebody who is gone.
  const outgoing = await eraseOutgoing(context, ownerId, limit)
  const files = await eraseFiles(context, ownerId, limit)
  const erased = outgoing.length + files.length
  if (erased === 0) await eraseTexts(context, ownerId)
  const blobs = [...(await release(context, 'mail.outgoing', outgoing))]
  blobs.push(...(await release(context, 'mail.draft-attachment', files)))
  return { erased, blobs }
})

async function eraseOutgoing({ db }: Erasing, ownerId: string | null, limit: number): Promise<Held[]> {
  let chosen = db.selectFrom('mail_outgoing').select(['id', 'source as blob']).limit(limit)
  if (ownerId !== null) chosen = chosen.where('owner_id', '=', ownerId)
  const rows = await chosen.execute()
  if (rows.length > 0) await db.deleteFrom('mail_outgoing').where('id', 'in', idsOf(rows)).execute()
  return rows
}

async function eraseFiles({ db }: Erasing, ownerId: string | null, limit: number): Promise<Held[]> {
  let chosen = db.selectFrom('mail_draft_attachment').select(['id', 'blob']).limit(limit)
  if (ownerId !== null) chosen = chosen.where('owner_id', '=', ownerId)
  const rows = await chosen.execute()
  if (rows.length > 0) await db.deleteFrom('mail_draft_attachment').where('id', 'in', idsOf(rows)).execute()
  return rows
}

async function eraseTexts({ db }: Erasing, ownerId: string | null): Promise<void> {
  for (const table of ['mail_draft', 'mail_identity'] as const) {
    const erased = db.deleteFrom(table)
    await (ownerId === null ? erased : erased.where('owner_id', '=', ownerId)).execute()
  }
}

async function release({ releaseBlob }: Erasing, kind: string, held: Held[]): Promise<string[]> {
  const free: string[] = []
  for (const { id, blob } of held) if (blob !== null && (await releaseBlob(blob, { kind, id }))) free.push(blob)
  return free
}

interface Held {
  id: string
  blob: string | null
}

const idsOf = (rows: Held[]) => rows.map(({ id }) => id)
