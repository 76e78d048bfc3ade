import { z } from 'zod'
import { integer, text } from '#contract/schema.ts'
import { uuidv7 } from '#base/ids.ts'
import { toInstant } from '#base/time.ts'
import { defineCommand } from '#contract/operation.ts'
import { personOf } from '../actor.ts'
import { endpoint, handlersFor, type OperationHandler } from '../handlers.ts'
import { transactionOf } from '../pipeline/open-context.ts'
import { UploadTooLarge } from '../ports.ts'
import { createUpload, getUpload, Upload, UploadId } from './contract.ts'

const MAX_UPLOAD_BYTES = 20 * 1024 ** 3

/** Records an upload whose bytes are on the disk. */
export const recordUpload = defineCommand({
  name: 'uploads.record',
  summary: 'Record a stored upload',
  access: 'system',
  input: z.strictObject({ id: UploadId, name: text, size: integer, sha256: text }),
  output: Upload,
  example: { id: '01933b6e-8f00-7000-8000-000000000001', name: 'a', size: 1, sha256: 'a' },
})

const { command, query } = handlersFor<never>()

/** Files on their way in. */
export function uploadOperations(): OperationHandler[] {
  const create = endpoint(createUpload, async (context, { name }) => {
    const id = uuidv7()
    const body = context.request.body
    const stored = await context.ports.uploads
      .store(id, body ? readAll(body) : empty(), MAX_UPLOAD_BYTES)
      .catch((cause: unknown) => {
        if (cause instanceof UploadTooLarge) return context.fail('upload-too-large')
        if (context.signal.aborted) return context.fail('upload-interrupted')
        throw cause
      })
    if (!('sha256' in stored)) return stored
    const upload = await context.callAsSystem(recordUpload, { id, name, ...stored })
    return Response.json(upload, { status: 201 })
  })

  const record = command(recordUpload, async (context, { id, name, size, sha256 }) => {
    const at = context.now()
    await transactionOf(context).run(
      'INSERT INTO uploads (id, workspace_id, owner_id, name, size, sha256, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      id,
      context.actor.workspaceId,
      personOf(context.actor),
      name,
      size,
      sha256,
      at,
    )
    return { id, name, size, sha256, createdAt: toInstant(at) }
  })

  const get = query(getUpload, async (context, { id }) => {
    const row = await transactionOf(context).get(
      'SELECT * FROM uploads WHERE id = ? AND workspace_id = ? AND owner_id = ?',
      id,
      context.actor.workspaceId,
      personOf(context.actor),
    )
    if (!row) return context.fail('upload-not-found')
    return {
      id,
      name: String(row.name),
      size: Number(row.size),
      sha256: String(row.sha256),
      createdAt: toInstant(Number(row.created_at)),
    }
  })

  return [create, record, get]
}

async function* readAll(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    reader.releaseLock()
  }
}

async function* empty(): AsyncGenerator<Uint8Array> {}
