import type { OpenContext } from '#kernel/context.ts'
import type { Failure } from '#kernel/failure.ts'
import { endpoint } from '#kernel/handlers.ts'
import { getUpload } from '#kernel/builtin/contract.ts'
import { composeAndSend, createDraft, deleteDraft, sendDraft, type Outgoing } from '../../contract.ts'
import { attachUpload } from '../drafts/attach-upload.ts'
import { readWritten } from '../drafts/read-written.ts'

const LONGEST_BODY = 400_000

type Context = OpenContext<'upload-not-found' | 'body-file-too-large' | 'attachments-too-large'>

export default endpoint(composeAndSend, async (context, input) => {
  const { text, html, bodyFile, attachments, subject, identityId, at } = input
  const written = bodyFile === undefined ? (text ?? '') : await readBody(context, bodyFile)
  if (typeof written !== 'string') return written

  const recipients = { to: readWritten(input.to), cc: readWritten(input.cc), bcc: readWritten(input.bcc) }
  const body = html === undefined ? { bodyText: written } : { bodyHtml: html }
  const from = identityId === undefined ? {} : { identityId }
  const { id } = await context.call(createDraft, { ...recipients, ...from, ...body, subject })
  const sent = await attachAndSend(context, id, attachments, at).catch((cause: unknown) => cause as Error)
  if (!(sent instanceof Error) && !isFailure(sent)) {
    if (bodyFile !== undefined) await context.ports.uploads.delete(bodyFile)
    return Response.json(sent)
  }
  // What could not be sent in one step leaves no draft that nobody asked for.
  await context.call(deleteDraft, { id })
  if (isFailure(sent)) return sent
  throw sent
})

async function attachAndSend(
  context: Context,
  draftId: string,
  attachments: string[],
  at: string | undefined,
): Promise<Outgoing | Failure> {
  for (const uploadId of attachments) {
    const attached = await attachUpload(context, draftId, uploadId)
    if (isFailure(attached)) return attached
  }
  return context.call(sendDraft, { draftId, ...(at !== undefined && { at }) })
}

const isFailure = (value: object): value is Failure => 'declaration' in value

async function readBody(context: Context, uploadId: string): Promise<string | Failure> {
  const upload = await context.call(getUpload, { id: uploadId })
  if (upload.size > LONGEST_BODY) return context.fail('body-file-too-large')
  const parts: Uint8Array[] = []
  try {
    for await (const part of context.ports.uploads.open(uploadId)) parts.push(part)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return context.fail('upload-not-found')
    throw cause
  }
  return Buffer.concat(parts).toString('utf8')
}
