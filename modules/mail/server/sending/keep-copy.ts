import type { JobContext } from '#kernel/context.ts'
import { keepSent } from './internal.ts'
import { prepareSource } from './prepare-source.ts'

/** Stores the copy of a sent message among its person's mail: listed, found by search, and in its thread at once. */
export async function keepCopy({ call, ports }: JobContext<unknown>, id: string, blob: string): Promise<void> {
  const source = await ports.blobs.get(blob)
  if (!source) throw new Error(`The source of the outgoing message ${id} is gone`)
  const message = await prepareSource({ ports }, source)
  // A large source is the very file that it was sent from.
  await call(keepSent, { id, message: { ...message, large: null }, blob: message.large ? blob : null })
}
