import { htmlTokenizer } from '../mime/html-tokenizer.ts'
import { allowedElements, droppedTexts, endsForeign, foreignElements, plainAttributes } from './allowed-html.ts'
import { imageDeclaration, safeDeclarations } from './css-declarations.ts'
import { safeSheet } from './css-sheet.ts'
import { HtmlWriter } from './html-writer.ts'
import { isMisleading, linkTarget, type MailLink } from './link-target.ts'
import { type ContentOptions, RemoteContent } from './remote-content.ts'
import { TagReader } from './tag-reader.ts'

/** A mail's HTML made safe, and what was found in it. */
export interface SanitizedMail {
  /** Fit for the body of `mailDocument`. */
  html: string
  /** Images, sheets, frames and fonts from elsewhere that are not shown. */
  blockedRemote: number
  /** The hosts of everything remote, at most 100. */
  remoteHosts: string[]
  /** The links, at most 500. */
  links: MailLink[]
  /** Whether the source was cut for being longer than 10 million characters. */
  truncated: boolean
}

/**
 * Rewrites a mail's HTML from an allow-list: the source is read token by token as browsers read it, and what comes
 * out is written anew, with no scripts, handlers, forms, frames, foreign content or addresses but those let through.
 * Takes time in proportion to the source, whatever is in it.
 */
export function sanitizeMail(html: string, options: ContentOptions): SanitizedMail {
  const sanitizer = new MailSanitizer(options)
  const source = html.length > longestSource ? html.slice(0, longestSource) : html
  const reader = new TagReader(source, sanitizer)
  const Tokenizer = htmlTokenizer()
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader)
  tokenizer.write(source)
  tokenizer.end()
  return sanitizer.finish(html.length > longestSource)
}

const longestSource = 10_000_000
const mostLinks = 500
const longestText = 200
const longestSheets = 500_000

class MailSanitizer {
  readonly #remote: RemoteContent
  readonly #writer = new HtmlWriter((name) => this.#ended(name))
  readonly #sheets: string[] = []
  readonly #links: MailLink[] = []
  #sheetLength = 0
  /** The raw-text element being read, and the foreign elements open. */
  #dropping = ''
  #foreign = 0
  #link: MailLink | null = null

  constructor(options: ContentOptions) {
    this.#remote = new RemoteContent(options)
  }

  text(text: string): void {
    if (this.#dropping === 'style') this.#sheet(text)
    if (this.#dropping !== '' || this.#foreign > 0) return
    if (this.#link && this.#link.text.length < longestText) this.#link.text += text.slice(0, longestText)
    this.#writer.text(text)
  }

  start(name: string, attributes: Map<string, string>): void {
    if (droppedTexts.has(name)) this.#dropping = name
    if (foreignElements.has(name)) this.#foreign++
    if (this.#foreign > 0 && endsForeign.has(name)) this.#foreign = 0
    if (this.#foreign > 0) return
    if (name === 'body') return this.#writer.start('div', this.#attributes(name, attributes))
    if (!allowedElements.has(name)) return this.#refuse(attributes)
    if (name === 'a') this.#startLink(attributes)
    else this.#writer.start(name, this.#attributes(name, attributes))
  }

  end(name: string): void {
    if (this.#dropping === name) this.#dropping = ''
    if (foreignElements.has(name) && this.#foreign > 0) this.#foreign--
    else if (this.#foreign === 0 && allowedElements.has(name)) this.#writer.end(name)
  }

  finish(truncated: boolean): SanitizedMail {
    const body = this.#writer.finish()
    const sheets = this.#sheets.filter((sheet) => sheet !== '').map((sheet) => `<style>\n${sheet}\n</style>\n`)
    return {
      html: sheets.join('') + body,
      blockedRemote: this.#remote.blocked,
      remoteHosts: [...this.#remote.hosts].toSorted(),
      links: this.#links,
      truncated,
    }
  }

  #sheet(css: string): void {
    this.#sheetLength += css.length
    if (this.#sheetLength <= longestSheets) this.#sheets.push(safeSheet(css, this.#remote))
  }

  #startLink(attributes: Map<string, string>): void {
    const target = linkTarget(attributes.get('href') ?? '')
    const kept = this.#attributes('a', attributes).filter(([name]) => name !== 'title')
    if (!target) return this.#writer.start('a', kept)
    this.#writer.start('a', [
      ...kept,
      ['href', target.href],
      ['title', target.href],
      ['target', '_blank'],
      ['rel', 'noopener noreferrer'],
    ])
    this.#link = { ...target, text: '', misleading: false }
  }

  #ended(name: string): void {
    if (name !== 'a' || !this.#link) return
    const text = this.#link.text.replace(/\s+/g, ' ').trim().slice(0, longestText)
    if (this.#links.length < mostLinks) {
      this.#links.push({ ...this.#link, text, misleading: isMisleading(text, this.#link.host) })
    }
    this.#link = null
  }

  #attributes(element: string, attributes: Map<string, string>): [string, string][] {
    const kept: [string, string][] = []
    for (const [name, value] of attributes) if (plainAttributes.has(name)) kept.push([name, value])
    const style = this.#style(attributes.get('style') ?? '', attributes.get('background') ?? '')
    if (style !== '') kept.push(['style', style])
    if (element === 'img') kept.push(...this.#image(attributes))
    return kept
  }

  #style(declarations: string, background: string): string {
    const kept = declarations === '' ? '' : safeDeclarations(declarations, this.#remote)
    // The attribute `background` works on few elements, and `body` has become a `div`: the property works on all.
    const shown = background === '' ? null : this.#remote.image(background)
    if (shown === null) return kept
    return `${imageDeclaration(shown)}${kept === '' ? '' : `; ${kept}`}`
  }

  #image(attributes: Map<string, string>): [string, string][] {
    // One address is enough: of a set, the first stands in where there is no other.
    const address = attributes.get('src') || firstOfSet(attributes.get('srcset') ?? '')
    if (!address) return []
    const shown = this.#remote.image(address, isPixel(attributes))
    return shown === null ? [['data-blocked', '']] : [['src', shown]]
  }

  #refuse(attributes: Map<string, string>): void {
    for (const name of ['src', 'poster', 'data', 'background']) this.#remote.refuse(attributes.get(name) ?? '')
    this.#remote.refuse(firstOfSet(attributes.get('srcset') ?? ''))
    // Of the elements that are left out, only `link` fetches by `href`.
    if (attributes.has('rel')) this.#remote.refuse(attributes.get('href') ?? '')
  }
}

/** Whether an image is too small, or too well hidden, to be looked at. */
function isPixel(attributes: Map<string, string>): boolean {
  const isTiny = (name: string) => /^\s*\+?0*[01](?:\.\d*)?(?:px)?\s*$/i.test(attributes.get(name) ?? '')
  return isTiny('width') || isTiny('height') || hidden.test(attributes.get('style') ?? '')
}

const hidden =
  /(?:^|[;\s])(?:(?:max-)?(?:width|height)\s*:\s*0*[01](?:\.\d*)?(?:px)?\s*(?:[;!]|$)|display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0*(?:\.0*)?\s*(?:[;!]|$))/i

function firstOfSet(srcset: string): string {
  return /^[\s,]*(\S+?),?(?:\s|$)/.exec(srcset)?.[1] ?? ''
}
