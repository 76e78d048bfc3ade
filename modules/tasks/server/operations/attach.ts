import { throughFileGate } from '#kernel/blobs/file-gate.ts'
import { getUpload } from '#kernel/builtin/contract.ts'
import type { OpenContext } from '#kernel/context.ts'
import { endpoint } from '#kernel/handlers.ts'
import { ATTACHMENT_LIMITS, attachToTask, getTask } from '../../contract.ts'
import { freeFiles, recordFile } from '../attachments/internal.ts'

export default endpoint(attachToTask, async (context, { taskId, uploadId, filename }) => {
  // Before any byte is read for a task that is not there.
  await context.call(getTask, { id: taskId })
  const upload = await context.call(getUpload, { id: uploadId })
  if (upload.size > ATTACHMENT_LIMITS.bytes) return context.fail('file-too-large')
  const bytes = await readUpload(context, uploadId, upload.size)
  if (!bytes) return context.fail('upload-not-found')

  const name = plainName(filename ?? upload.name)
  // Loaded with the first file: it knows a thousand endings.
  const { detectMimeType } = await import('nodemailer/lib/mime-funcs')
  const contentType = detectMimeType(name) || 'application/octet-stream'
  const { blobs, uploads } = context.ports
  const attachment = await throughFileGate(blobs, async () => {
    const blob = await blobs.put(bytes)
    try {
      return await context.callAsSystem(recordFile, { taskId, blob, filename: name, contentType, size: upload.size })
    } catch (cause) {
      const { files } = await context.callAsSystem(freeFiles, { files: [blob] })
      for (const file of files) await blobs.delete(file)
      throw cause
    }
  })
  await uploads.delete(uploadId)
  return Response.json(attachment, { status: 201 })
})

async function readUpload({ ports }: OpenContext, id: string, size: number): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(size)
  let at = 0
  try {
    for await (const part of ports.uploads.open(id)) {
      bytes.set(part, at)
      at += part.byteLength
    }
  } catch (cause) {
    // Another task has used it up.
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw cause
  }
  return bytes
}

/** A name without a folder and without letters that nobody sees. */
function plainName(name: string): string {
  const parts = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').split(/[/\\]/)
  return parts.at(-1)!.trim().slice(0, 255) || 'file'
}
