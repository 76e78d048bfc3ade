import type { JobContext } from '#kernel/context.ts'
import { job } from '#kernel/handlers.ts'
import { beginDraftCopy, copyDraftJob, keepDraftCopy, type DraftToCopy } from '../drafts/copies.ts'
import { dropUnneeded } from '../drafts/drop-unneeded.ts'
import { compose } from '../sending/compose.ts'
import { prepareSource } from '../sending/prepare-source.ts'
import { throughFileGate } from '../store/file-gate.ts'

/** Makes the copy of a draft for its server; the outbox carries it. Killed anywhere, it is made again. */
export default job(copyDraftJob, async (context) => {
  const draft = await context.call(beginDraftCopy, context.input)
  return { copied: draft !== null && (await copy(context, draft)) }
})

async function copy(
  { call, input, ports }: JobContext<{ id: string; run: number }>,
  { frozen, ...draft }: DraftToCopy,
): Promise<boolean> {
  const source = await compose(frozen, ports.blobs, { isDraft: true })
  const { large, ...message } = await prepareSource({ ports }, source)
  const keep = async (blob: string | null) =>
    (await call(keepDraftCopy, { ...input, ...draft, message: { ...message, large: null }, blob })).kept
  if (!large) return keep(null)
  return throughFileGate(ports.blobs, async () => {
    const blob = await ports.blobs.put(large)
    const kept = await keep(blob)
    if (!kept) await dropUnneeded({ callAsSystem: call, ports } as Parameters<typeof dropUnneeded>[0], [blob])
    return kept
  })
}
