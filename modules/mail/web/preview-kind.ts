import type { Attachment } from '#modules/mail/contract.ts'

const MOST_BYTES = { image: 20_000_000, text: 2_000_000 }
/** What a browser draws and never runs; SVG may hold scripts. */
const pictures = /^image\/(png|jpe?g|gif|webp|avif|bmp)$/i
const texts = /^(text\/(plain|csv|x-patch|x-diff|markdown|x-log)|application\/json)$/i
const textNames = /\.(txt|log|md|csv|patch|diff|json)$/i

/** How a file can be looked at without running anything of it; null where it can only be downloaded. */
export function previewKind({ contentType, filename, size }: Attachment): 'image' | 'text' | null {
  if (pictures.test(contentType)) return size <= MOST_BYTES.image ? 'image' : null
  const isText = texts.test(contentType) || (/octet-stream/.test(contentType) && textNames.test(filename ?? ''))
  return isText && size <= MOST_BYTES.text ? 'text' : null
}
