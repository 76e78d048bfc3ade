import { command, type PlacementRow } from '../database.ts'
import { chunks } from '../store/rows.ts'
import { findMailbox } from '../sync/find-mailbox.ts'
import { applyChanges } from '../sync/internal.ts'
import { placementState } from '../sync/placement-row.ts'
import { settleMessages } from '../sync/settle-messages.ts'
import { labelKey } from '../store/labels.ts'
import { labelsOfPlacement } from '../sync/placement-labels.ts'
import { removePlacements } from '../sync/remove-placements.ts'

export default command(applyChanges, async ({ db, actor, emit, fail, now }, input) => {
  const mailbox = await findMailbox(db, actor, input.mailboxId)
  if (!mailbox) return fail('mailbox-not-found')
  if (mailbox.uid_validity !== input.uidValidity) return fail('mailbox-renumbered')

  const lost = await removePlacements(db, mailbox, input.vanished, now())
  const changed = new Set<string>()
  for (const part of chunks(input.flags)) {
    const rows = await db
      .selectFrom('mail_placement')
      .selectAll()
      .where('mailbox_id', '=', mailbox.id)
      .where(
        'uid',
        'in',
        part.map(({ uid }) => uid),
      )
      .execute()
    const known = new Map(rows.map((row) => [row.uid, row]))
    for (const said of part) {
      const row = known.get(said.uid)
      if (!row) continue
      const state = placementState(said)
      if (isSame(row, state)) continue
      await db
        .updateTable('mail_placement')
        .set(state)
        .where('mailbox_id', '=', mailbox.id)
        .where('uid', '=', said.uid)
        .execute()
      changed.add(row.message_id)
      const before = labelsOfPlacement(mailbox, row.labels === null ? null : (JSON.parse(row.labels) as string[]))
      lost.set(row.message_id, new Set([...(lost.get(row.message_id) ?? []), ...before.map(labelKey)]))
    }
  }
  await settleMessages({ db, emit }, mailbox.owner_id, [...changed, ...lost.keys()], { since: input.since, lost })
  if (input.highestModseq !== undefined)
    await db
      .updateTable('mail_mailbox')
      .set({ highest_modseq: input.highestModseq })
      .where('id', '=', mailbox.id)
      .execute()
  return { changed: changed.size + lost.size }
})

function isSame(row: PlacementRow, state: Pick<PlacementRow, 'flags' | 'keywords' | 'labels'>): boolean {
  return row.flags === state.flags && row.keywords === state.keywords && row.labels === state.labels
}
