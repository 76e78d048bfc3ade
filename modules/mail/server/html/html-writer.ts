import { impliedEnds, scopes, tableParts, voidElements } from './allowed-html.ts'
import { escapeHtml } from '../../shared/escape-html.ts'

/**
 * Writes well-formed HTML: every element is closed, in order, and never nested deeper than browsers allow.
 * There is one way to write anything, so whoever parses it reads what was meant.
 */
export class HtmlWriter {
  readonly #parts: string[] = []
  readonly #open: string[] = []
  /** Called with the name of each element that ends. */
  readonly #onEnd: (name: string) => void

  constructor(onEnd: (name: string) => void = () => {}) {
    this.#onEnd = onEnd
  }

  text(text: string): void {
    this.#parts.push(escapeHtml(text))
  }

  start(name: string, attributes: Iterable<readonly [string, string]>): void {
    const implied = impliedEnds.get(name)
    if (implied) while (implied.has(this.#open.at(-1) ?? '')) this.#endLast()
    if (!voidElements.has(name)) {
      if (this.#open.length >= deepest) return
      this.#open.push(name)
    }
    let tag = `<${name}`
    for (const [attribute, value] of attributes) tag += ` ${attribute}="${escapeHtml(value)}"`
    this.#parts.push(`${tag}>`)
  }

  end(name: string): void {
    const at = this.#findOpen(name)
    if (at < 0) return
    while (this.#open.length > at) this.#endLast()
  }

  finish(): string {
    while (this.#open.length > 0) this.#endLast()
    return this.#parts.join('')
  }

  #findOpen(name: string): number {
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const open = this.#open[at] ?? ''
      if (open === name) return at
      if (tableParts.has(name) ? open === 'table' : name !== 'table' && scopes.has(open)) return -1
    }
    return -1
  }

  #endLast(): void {
    const name = this.#open.pop()
    if (name === undefined) return
    this.#parts.push(`</${name}>`)
    this.#onEnd(name)
  }
}

// Chromium flattens beyond 512; the bound also keeps every search of the open elements short.
const deepest = 200
