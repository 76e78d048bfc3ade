import { randomUUID } from 'node:crypto'
import { getUpload } from '#kernel/builtin/contract.ts'
import type { OpenContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { SEND_LIMITS, type Draft } from '../../contract.ts'
import { throughFileGate } from '../store/file-gate.ts'
import { dropUnneeded } from './drop-unneeded.ts'
import { recordAttachment } from './internal.ts'

/** How a file is to go with a message. */
export interface FileChoice {
  filename?: string | undefined
  contentType?: string | undefined
  inline?: boolean | undefined
}

/** Makes an uploaded file a blob that the draft holds; refusals are thrown, or answered where they are ours. */
export async function attachUpload(
  context: OpenContext<'attachments-too-large' | 'upload-not-found'>,
  draftId: string,
  uploadId: string,
  choice: FileChoice = {},
): Promise<Draft | Failure> {
  const upload = await context.call(getUpload, { id: uploadId })
  if (upload.size > SEND_LIMITS.attachmentBytes) return context.fail('attachments-too-large')
  const bytes = await readUpload(context, upload.id, upload.size)
  if (!bytes) return context.fail('upload-not-found')

  const filename = plainName(choice.filename ?? upload.name)
  // Loaded with the first file: it knows a thousand endings.
  const { detectMimeType } = await import('nodemailer/lib/mime-funcs')
  const contentType = choice.contentType ?? (detectMimeType(filename) || 'application/octet-stream')
  const contentId = choice.inline ? `${randomUUID()}@daybook` : null
  const draft = await throughFileGate(context.ports.blobs, async () => {
    const blob = await context.ports.blobs.put(bytes)
    const attachment = {
      blob,
      filename,
      contentType,
      size: bytes.byteLength,
      inline: choice.inline ?? false,
      contentId,
    }
    try {
      return await context.callAsSystem(recordAttachment, { draftId, attachment })
    } catch (cause) {
      await dropUnneeded(context, [blob])
      throw cause
    }
  })
  await context.ports.uploads.delete(uploadId)
  return draft
}

async function readUpload({ ports }: OpenContext<any>, id: string, size: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(size)
  let at = 0
  try {
    for await (const part of ports.uploads.open(id)) {
      bytes.set(part, at)
      at += part.byteLength
    }
  } catch (cause) {
    // Another attachment has used it up.
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw cause
  }
  return bytes
}

/** A name as a header can carry it, without a folder. */
function plainName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').split(/[/\\]/)
  return plain.at(-1)!.trim().slice(0, 255) || 'attachment'
}
