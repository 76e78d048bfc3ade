import { htmlTokenizer } from './html-tokenizer.ts'
import { limits } from './limits.ts'

/** The text that an HTML body shows, for reading, snippets and search. Linear, and blind to how deep tags nest. */
export function htmlToText(html: string): string {
  const source = html.length > limits.htmlToText ? html.slice(0, limits.htmlToText) : html
  const writer = new TextWriter(source)
  const Tokenizer = htmlTokenizer()
  const tokenizer = new Tokenizer({ decodeEntities: true }, writer)
  tokenizer.write(source)
  tokenizer.end()
  return writer.text()
}

/** Plain text as HTML, for a body that mixes both. */
export function textToHtml(text: string): string {
  return `<pre>${text.replace(/[&<>]/g, (mark) => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&gt;'))}</pre>`
}

const hidden = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'textarea',
  'select',
  'object',
  'svg',
  'math',
])
const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr html li main menu nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
)
const apart = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'ul', 'ol', 'dl', 'table'])

class TextWriter {
  readonly source: string
  readonly out: string[] = []
  hiddenBy = ''
  tag = ''
  alt: string | null = null
  attribute = ''
  attributeValue = ''
  // Line ends and spaces owed before the next word; nothing is owed at the start.
  breaks = 0
  space = false
  pre = 0

  constructor(source: string) {
    this.source = source
  }

  text(): string {
    return this.out.join('')
  }

  ontext(start: number, end: number): void {
    if (!this.hiddenBy) this.write(this.source.slice(start, end))
  }

  ontextentity(codepoint: number): void {
    if (!this.hiddenBy) this.write(String.fromCodePoint(codepoint))
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.source.slice(start, end).toLowerCase()
    this.alt = null
  }

  onopentagend(): void {
    const { tag } = this
    // A head that is never closed must not hide the body.
    if (this.hiddenBy === 'head' && tag === 'body') this.hiddenBy = ''
    if (this.hiddenBy) return
    if (hidden.has(tag)) this.hiddenBy = tag
    else if (tag === 'br') this.breaks = Math.min(2, this.breaks + 1)
    else if (tag === 'td' || tag === 'th') this.space = true
    else if (tag === 'img' && this.alt) this.write(this.alt)
    else if (blocks.has(tag)) {
      this.breaks = Math.max(this.breaks, apart.has(tag) ? 2 : 1)
      if (tag === 'li') this.write('* ')
      if (tag === 'pre') this.pre++
    }
  }

  onselfclosingtag(): void {
    if (!hidden.has(this.tag)) this.onopentagend()
  }

  onclosetag(start: number, end: number): void {
    const tag = this.source.slice(start, end).toLowerCase()
    if (tag === this.hiddenBy) this.hiddenBy = ''
    else if (!this.hiddenBy && blocks.has(tag)) {
      this.breaks = Math.max(this.breaks, apart.has(tag) ? 2 : 1)
      if (tag === 'pre' && this.pre > 0) this.pre--
    }
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.source.slice(start, end).toLowerCase()
    this.attributeValue = ''
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute === 'alt') this.attributeValue += this.source.slice(start, end)
  }

  onattribentity(codepoint: number): void {
    if (this.attribute === 'alt') this.attributeValue += String.fromCodePoint(codepoint)
  }

  onattribend(): void {
    if (this.attribute === 'alt') this.alt = this.attributeValue.trim()
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}

  write(text: string): void {
    if (this.pre > 0) return this.writeKept(text)
    const words = text.replace(/[ \t\r\n\f]+/g, ' ')
    if (words === ' ' || words === '') {
      this.space ||= words !== ''
      return
    }
    this.owe(words.startsWith(' '))
    this.out.push(words.trim() === words ? words : words.replace(/^ | $/g, ''))
    this.space = words.endsWith(' ')
  }

  writeKept(text: string): void {
    this.owe(false)
    this.out.push(text)
  }

  owe(space: boolean): void {
    if (this.out.length > 0) {
      if (this.breaks > 0) this.out.push('\n'.repeat(this.breaks))
      else if (space || this.space) this.out.push(' ')
    }
    this.breaks = 0
    this.space = false
  }
}
