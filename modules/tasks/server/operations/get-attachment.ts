import { attachmentDisposition } from '#base/content-disposition.ts'
import type { OpenContext } from '#kernel/context.ts'
import { FailureError } from '#kernel/failure.ts'
import { endpoint } from '#kernel/handlers.ts'
import { getTask, getTaskAttachment } from '../../contract.ts'
import { readFile } from '../attachments/internal.ts'

export default endpoint(getTaskAttachment, async (context, { id }) => {
  const { callAsSystem, fail, ports } = context
  const { taskId, blob, filename } = await callAsSystem(readFile, { id })
  if (!(await sees(context, taskId))) return fail('attachment-not-found')
  const bytes = await ports.blobs.get(blob)
  if (!bytes) return fail('attachment-not-found')
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      // Whatever it claims to be, a browser saves it and shows it not.
      'content-type': 'application/octet-stream',
      'content-disposition': attachmentDisposition(filename),
      'cache-control': 'private, no-cache',
      etag: `"${blob}"`,
    },
  })
})

/** Whether the caller sees the task that a file belongs to. */
async function sees({ call }: Pick<OpenContext, 'call'>, taskId: string): Promise<boolean> {
  try {
    await call(getTask, { id: taskId })
    return true
  } catch (cause) {
    if (cause instanceof FailureError && cause.failure.declaration.kind === 'not-found') return false
    throw cause
  }
}
