import { Buffer } from 'node:buffer'
import { hash } from 'node:crypto'
import { parseAddresses } from './addresses.ts'
import { charsetOf, contentIdOf, filenameOf, type Entity } from './entity.ts'
import { readTree } from './entity-tree.ts'
import { decodeFields, fieldOf } from './header-fields.ts'
import { htmlToText, textToHtml } from './html-text.ts'
import { limits } from './limits.ts'
import { parseMailDate } from './dates.ts'
import { decodeWords } from './encoded-words.ts'
import { readBytes, readText } from './text-part.ts'
import type { CalendarPart, Defect, EnclosedMessage, MailAttachment } from './types.ts'

/** What a message shows and carries. */
export type Body = {
  text: string
  html: string | null
  attachments: MailAttachment[]
  enclosed: EnclosedMessage[]
  calendar: CalendarPart[]
}

/** Where a body is read: the bytes its entities point into, and how far inside other messages it lies. */
export type BodyContext = {
  source: Buffer
  defects: Set<Defect>
  charset: string | null
  prefix: string
  depth: number
  textOnly: boolean
}

/** Sort the leaves of a message into what is shown and what is attached. */
export function readBody(root: Entity, context: BodyContext): Body {
  const collector = new BodyCollector(context)
  collector.visit(root, null)
  return collector.finish()
}

/** Texts that stand for each other: the parts of one multipart/alternative, or one part by itself. */
type Slot = { plain: string[]; html: string[] }

class BodyCollector {
  readonly context: BodyContext
  readonly slots: Slot[] = []
  readonly attachments: MailAttachment[] = []
  readonly enclosed: EnclosedMessage[] = []
  readonly calendar: CalendarPart[] = []

  constructor(context: BodyContext) {
    this.context = context
  }

  visit(entity: Entity, alternative: Slot | null): void {
    if (entity.children) {
      const slot = entity.type === 'multipart/alternative' && !alternative ? this.addSlot() : alternative
      for (const child of entity.children) this.visit(child, slot)
    } else if (isShown(entity)) {
      const slot = alternative ?? this.addSlot()
      const text = readText(this.context.source, entity, this.context.defects)
      if (entity.type === 'text/html') slot.html.push(text)
      else slot.plain.push(text)
    } else if (isMessage(entity)) this.addMessage(entity)
    else this.addAttachment(entity)
  }

  finish(): Body {
    const { attachments, enclosed, calendar } = this
    return { text: renderText(this.slots), html: renderHtml(this.slots), attachments, enclosed, calendar }
  }

  addSlot(): Slot {
    const slot: Slot = { plain: [], html: [] }
    this.slots.push(slot)
    return slot
  }

  addAttachment(entity: Entity): void {
    const isCalendar = entity.type === 'text/calendar' || entity.type === 'application/ics'
    if (this.context.textOnly) return
    const bytes = readBytes(this.context.source, entity, this.context.defects)
    const partId = this.context.prefix + entity.partId
    const charset = charsetOf(entity)
    this.attachments.push({
      partId,
      filename: filenameOf(entity, this.context.charset),
      contentType: entity.type,
      disposition: dispositionOf(entity),
      contentId: contentIdOf(entity),
      size: bytes.length,
      sha256: hash('sha256', bytes, 'hex'),
      ...(charset ? { charset } : {}),
    })
    if (!isCalendar) return
    const method = entity.contentType.parameters.get('method')?.trim().toUpperCase() || null
    this.calendar.push({ partId, method, text: readText(this.context.source, entity, this.context.defects) })
  }

  /** A message inside the message is an attachment whose text is read too; one sent `inline` is shown in the body instead. */
  addMessage(entity: Entity): void {
    if (this.context.depth >= limits.enclosedDepth) {
      this.context.defects.add('nesting-too-deep')
      return this.addAttachment(entity)
    }
    const inline = isShownInline(entity)
    const source = readBytes(this.context.source, entity, this.context.defects)
    const { root } = readTree(source)
    const partId = this.context.prefix + entity.partId
    const textOnly = this.context.textOnly || !inline
    const body = readBody(root, {
      ...this.context,
      source,
      prefix: `${partId}.`,
      depth: this.context.depth + 1,
      textOnly,
    })
    const fields = decodeFields(root.block, charsetOf(root))
    const subject = decodeWords(fieldOf(fields, 'subject') ?? '')
    const text = [body.text, ...body.enclosed.filter((inner) => !inner.inline).map((inner) => inner.text)].join('\n')
    const from = parseAddresses(fieldOf(fields, 'from') ?? '')
    this.enclosed.push({ partId, subject, from, date: parseMailDate(fieldOf(fields, 'date') ?? ''), text, inline })
    if (!inline) return this.addAttachment(entity)

    const head = ['from', 'to', 'cc', 'date', 'subject']
      .map((key) => [key, fieldOf(fields, key)] as const)
      .filter(([, value]) => value)
    const lines = head.map(([key, value]) => `${key[0]!.toUpperCase()}${key.slice(1)}: ${decodeWords(value!)}`)
    this.addSlot().plain.push(lines.join('\n'))
    this.slots.push({ plain: [body.text], html: body.html === null ? [] : [body.html] })
    this.attachments.push(...body.attachments)
    this.calendar.push(...body.calendar)
  }
}

/** Only plain text and HTML are shown, unless the sender asks for an attachment (RFC 2183 section 2.2). */
function isShown(entity: Entity): boolean {
  if (entity.opaque || entity.disposition.value === 'attachment') return false
  return entity.type === 'text/plain' || entity.type === 'text/html' || entity.type.startsWith('multipart/')
}

function isMessage(entity: Entity): boolean {
  return (
    !entity.opaque &&
    (entity.type === 'message/rfc822' || entity.type === 'message/global' || entity.type === 'message/news')
  )
}

/** What a report sends back is evidence, not content; nor does a news article belong to the text around it. */
function isShownInline(entity: Entity): boolean {
  return (
    entity.disposition.value === 'inline' &&
    entity.type !== 'message/news' &&
    entity.parent?.type !== 'multipart/report'
  )
}

/** Dispositions that we do not know are attachments (RFC 2183 section 2.8). */
function dispositionOf(entity: Entity): 'attachment' | 'inline' | null {
  const { value } = entity.disposition
  if (value === '') return null
  return value === 'inline' ? 'inline' : 'attachment'
}

function renderText(slots: Slot[]): string {
  const parts: string[] = []
  for (const { plain, html } of slots) {
    // A plain alternative that is blank is no alternative.
    const useHtml = html.length > 0 && plain.every((text) => text.trim() === '')
    parts.push(...(useHtml ? html.map(htmlToText) : plain))
  }
  return parts.join('\n')
}

function renderHtml(slots: Slot[]): string | null {
  if (slots.every(({ html }) => html.length === 0)) return null
  const parts: string[] = []
  for (const { plain, html } of slots) parts.push(...(html.length > 0 ? html : plain.map(textToHtml)))
  return parts.join('\n')
}
