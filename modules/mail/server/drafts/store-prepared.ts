import type { OpenContext } from '#kernel/context.ts'
import type { Draft } from '../../contract.ts'
import { extractPart } from '../mime/extract-part.ts'
import type { MailAttachment } from '../mime/types.ts'
import { throughFileGate } from '../store/file-gate.ts'
import { dropUnneeded } from './drop-unneeded.ts'
import { insertDraft, type NewAttachment } from './internal.ts'
import type { DraftColumns } from './draft-fields.ts'
import { isShown } from './parts-to-send.ts'
import type { ThreadHeaders } from './tables.ts'

/** A prepared draft, and the parts of the message that go with it. */
export interface Prepared {
  kind: string
  inReplyTo: string | null
  /** Of a draft that was begun elsewhere, the message it is. */
  copyId?: string
  columns: DraftColumns
  threadHeaders: ThreadHeaders | null
  parts: MailAttachment[]
  /** The message the parts are of. */
  source: Uint8Array
}

/** Makes the parts files of their own and stores the draft that holds them. */
export function storePrepared(context: OpenContext<any>, { parts, source, ...draft }: Prepared): Promise<Draft> {
  return throughFileGate(context.ports.blobs, async () => {
    const attachments: NewAttachment[] = []
    try {
      for (const part of parts) attachments.push(await toFile(context, part, source, draft.columns.body_html))
      return await context.callAsSystem(insertDraft, { ...draft, attachments })
    } catch (cause) {
      await dropUnneeded(
        context,
        attachments.map(({ blob }) => blob),
      )
      throw cause
    }
  })
}

async function toFile(
  { ports }: OpenContext<any>,
  part: MailAttachment,
  source: Uint8Array,
  html: string | null,
): Promise<NewAttachment> {
  const extracted = extractPart(source, part.partId)
  if (!extracted) throw new Error(`Part ${part.partId} is gone`)
  const inline = isShown(part, html)
  return {
    blob: await ports.blobs.put(extracted.bytes),
    filename: nameOf(part),
    contentType: /^[\w.+-]+\/[\w.+-]+$/.test(part.contentType) ? part.contentType : 'application/octet-stream',
    size: extracted.bytes.byteLength,
    inline,
    contentId: inline ? part.contentId : null,
  }
}

/** A name as a header of ours can carry it. */
function nameOf({ filename, contentType }: MailAttachment): string {
  const plain = (filename ?? '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  if (plain !== '') return plain.slice(0, 255)
  return contentType === 'message/rfc822' ? 'message.eml' : 'attachment'
}
