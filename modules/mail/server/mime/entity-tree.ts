import { Buffer } from 'node:buffer'
import { makeEntity, type Entity } from './entity.ts'
import { readFields, type FieldBlock } from './header-fields.ts'
import { limits } from './limits.ts'
import { guessBoundary } from './boundary-guess.ts'
import { readHeaderExtent } from './header-extent.ts'
import type { Defect } from './types.ts'

/** The parts of a message, in one pass over its bytes, whatever its nesting. */
export type EntityTree = { root: Entity; defects: Set<Defect> }

/** Split a message into its entities (RFC 2046 section 5.1). */
export function readTree(source: Buffer): EntityTree {
  return new TreeReader(source).read()
}

type Open = { entity: Entity; boundary: string; parts: number }
type Delimiter = { level: number; closing: boolean; start: number; next: number }

/** A loop with its own stack: a message nested ten thousand deep must not use ours. */
class TreeReader {
  readonly source: Buffer
  readonly defects = new Set<Defect>()
  readonly open: Open[] = []
  // Looked up by name, so that a delimiter costs the same at any depth. Where two levels share one, the inner has it.
  readonly levels = new Map<string, number[]>()
  headerBytes = 0
  parts = 0

  constructor(source: Buffer) {
    this.source = source
  }

  read(): EntityTree {
    const root = this.readEntity(0, null)
    let entity: Entity | null = root
    while (entity) {
      const found = this.findDelimiter(entity.bodyStart)
      if (!found) {
        this.closeBody(entity, this.source.length, true)
        break
      }
      this.closeBody(entity, found.start)
      const level = this.open[found.level]!
      if (this.open.length > found.level + 1) this.defects.add('unterminated-multipart')
      this.closeTo(found.closing ? found.level : found.level + 1)
      if (found.closing) {
        // What stands between a closed multipart and the next delimiter is its epilogue, which nobody is shown.
        entity = this.open.length === 0 ? null : { ...level.entity, bodyStart: found.next, bodyEnd: found.next }
        continue
      }
      if (this.parts >= limits.parts) {
        this.defects.add('parts-too-many')
        this.addRest(level, found.next)
        return { root, defects: this.defects }
      }
      entity = this.readEntity(found.next, level)
    }
    if (this.open.length > 0) this.defects.add('unterminated-multipart')
    this.closeTo(0)
    return { root, defects: this.defects }
  }

  readEntity(start: number, parent: Open | null): Entity {
    const { block, bodyStart } = this.readHeader(start, parent === null)
    const entity = makeEntity(block, parent?.entity ?? null, bodyStart)
    this.parts++
    if (parent) {
      parent.entity.children!.push(entity)
      parent.parts++
      entity.partId = parent.entity.partId ? `${parent.entity.partId}.${parent.parts}` : `${parent.parts}`
    }
    if (entity.type.startsWith('multipart/')) this.openMultipart(entity)
    else if (!parent) entity.partId = '1'
    return entity
  }

  readHeader(start: number, root: boolean): { block: FieldBlock; bodyStart: number } {
    const extent = readHeaderExtent(
      this.source,
      start,
      limits.headerBytes - this.headerBytes,
      (line, next) => this.delimiterAt(line, next) !== null,
    )
    this.headerBytes += extent.end - start
    const block = readFields(this.source.subarray(start, extent.end))
    if (extent.cut || block.fields.length >= limits.fields) this.defects.add('header-too-large')
    if (block.malformed) this.defects.add('header-malformed')
    if (block.raw) this.defects.add('header-8bit')
    // Text with no field at all before its first blank line is a body whose header was lost.
    if (block.fields.length === 0 && block.tail !== null) {
      this.defects.add(root ? 'no-headers' : 'body-as-header')
      return { block, bodyStart: start }
    }
    // Where no blank line comes, what is no field any more is the body.
    if (!extent.blank && block.tail !== null) {
      this.defects.add('body-as-header')
      return { block, bodyStart: start + block.tail }
    }
    return { block, bodyStart: extent.bodyStart }
  }

  openMultipart(entity: Entity): void {
    if (this.open.length >= limits.depth) {
      this.defects.add('nesting-too-deep')
      entity.opaque = true
      return
    }
    const parameter = entity.contentType.parameters.get('boundary') ?? ''
    const named = parameter.length > limits.boundaryLine ? '' : parameter.replace(/[ \t]+$/, '')
    const boundary = named || (entity.parent ? null : guessBoundary(this.source, entity.bodyStart))
    if (!named) this.defects.add(boundary ? 'boundary-guessed' : 'boundary-missing')
    if (!boundary) {
      entity.partId ||= '1'
      return
    }
    entity.children = []
    // Delimiters are compared as bytes; a boundary read as UTF-8 goes back to its bytes.
    const key = entity.block.raw || !/[^\x00-\x7f]/.test(boundary) ? boundary : Buffer.from(boundary).toString('latin1')
    const levels = this.levels.get(key)
    if (levels) levels.push(this.open.length)
    else this.levels.set(key, [this.open.length])
    this.open.push({ entity, boundary: key, parts: 0 })
  }

  closeTo(depth: number): void {
    while (this.open.length > depth) {
      const { entity, boundary } = this.open.pop()!
      const levels = this.levels.get(boundary)!
      levels.pop()
      if (levels.length === 0) this.levels.delete(boundary)
      // A multipart whose delimiter never comes holds text that would otherwise be lost.
      if (entity.children!.length === 0) {
        entity.children = null
        entity.partId ||= '1'
        this.defects.add('boundary-never-seen')
      }
    }
  }

  /** The line end before a delimiter belongs to the delimiter (RFC 2046 section 5.1.1). */
  closeBody(entity: Entity, end: number, atEnd = false): void {
    let bodyEnd = end
    if (!atEnd && bodyEnd > entity.bodyStart && this.source[bodyEnd - 1] === 0x0a) bodyEnd--
    if (!atEnd && bodyEnd > entity.bodyStart && bodyEnd < end && this.source[bodyEnd - 1] === 0x0d) bodyEnd--
    entity.bodyEnd = Math.max(entity.bodyStart, bodyEnd)
  }

  findDelimiter(from: number): Delimiter | null {
    if (this.open.length === 0) return null
    let at = this.source[from] === 0x2d && this.source[from + 1] === 0x2d ? from : this.nextDashes(from)
    while (at >= 0) {
      const end = this.source.indexOf(0x0a, at)
      const next = end < 0 ? this.source.length : end + 1
      const found = this.delimiterAt(at, next)
      if (found) return found
      if (end < 0) return null
      at = this.source[next] === 0x2d && this.source[next + 1] === 0x2d ? next : this.nextDashes(next)
    }
    return null
  }

  nextDashes(from: number): number {
    const found = this.source.indexOf('\n--', from, 'latin1')
    return found < 0 ? -1 : found + 1
  }

  /** Whether the line is a delimiter of a multipart that is open, innermost first. */
  delimiterAt(start: number, next: number): Delimiter | null {
    if (this.open.length === 0 || this.source[start] !== 0x2d || this.source[start + 1] !== 0x2d) return null
    if (next - start > limits.boundaryLine) return null
    const line = this.source.toString('latin1', start + 2, next).replace(/[ \t\r\n]+$/, '')
    const opening = this.levels.get(line)?.at(-1)
    const closing = line.endsWith('--') ? this.levels.get(line.slice(0, -2))?.at(-1) : undefined
    if (opening === undefined && closing === undefined) return null
    const isClosing = closing !== undefined && (opening === undefined || closing > opening)
    return { level: isClosing ? closing : opening!, closing: isClosing, start, next }
  }

  /** Past the bound on parts, what is left becomes one attachment: kept, not read. */
  addRest(level: Open, start: number): void {
    const block: FieldBlock = {
      fields: [{ name: 'Content-Type', key: 'content-type', value: 'application/octet-stream' }],
      raw: false,
      malformed: false,
      tail: null,
    }
    const rest = makeEntity(block, level.entity, start)
    rest.bodyEnd = this.source.length
    rest.opaque = true
    level.parts++
    rest.partId = level.entity.partId ? `${level.entity.partId}.${level.parts}` : `${level.parts}`
    level.entity.children!.push(rest)
    this.closeTo(0)
  }
}
