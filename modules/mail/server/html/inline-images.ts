import { extractPart } from '../mime/extract-part.ts'
import type { MailAttachment } from '../mime/types.ts'

const MAX_IMAGE_BYTES = 4 * 1024 * 1024
const MAX_TOTAL_BYTES = 16 * 1024 * 1024
/** Pictures that are pixels only: SVG is a document with scripts and links of its own. */
const TYPES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp', 'image/avif'])

/**
 * A mail's own pictures as `data:` addresses (RFC 2392, RFC 2397): the sandboxed frame has no origin and so no cookie
 * with which it could fetch them.
 */
export class InlineImages {
  readonly #source: Uint8Array
  readonly #parts: Map<string, MailAttachment>
  #left = MAX_TOTAL_BYTES

  constructor(source: Uint8Array, attachments: MailAttachment[]) {
    this.#source = source
    this.#parts = new Map(attachments.flatMap((part) => (part.contentId === null ? [] : [[part.contentId, part]])))
  }

  dataUrl(contentId: string): string | null {
    const part = this.#parts.get(contentId)
    if (!part || !TYPES.has(part.contentType) || part.size > MAX_IMAGE_BYTES || part.size > this.#left) return null
    const extracted = extractPart(this.#source, part.partId)
    if (!extracted) return null
    this.#left -= part.size
    return `data:${part.contentType};base64,${Buffer.from(extracted.bytes).toString('base64')}`
  }
}
