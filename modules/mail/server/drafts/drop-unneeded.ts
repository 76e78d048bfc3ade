import type { OpenContext } from '#kernel/context.ts'
import { freeFiles } from '../internal.ts'

/** Deletes files that were stored for a record which then did not come to be. Within the file gate alone. */
export async function dropUnneeded(
  { callAsSystem, ports }: Pick<OpenContext<any>, 'callAsSystem' | 'ports'>,
  blobs: string[],
): Promise<void> {
  const { files } = await callAsSystem(freeFiles, { files: blobs })
  for (const hash of files) await ports.blobs.delete(hash)
}
