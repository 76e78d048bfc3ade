/** What a source holds, told in order. */
export interface TagHandler {
  text(text: string): void
  start(name: string, attributes: Map<string, string>): void
  end(name: string): void
}

/**
 * Turns the positions that htmlparser2's tokenizer tells into tags with attributes. Its parser is not used: it keeps
 * every open element and searches them all at each end tag, which takes minutes on a source made to be deep.
 */
export class TagReader {
  readonly #source: string
  readonly #handler: TagHandler
  #name = ''
  #attributes = new Map<string, string>()
  #attribute = ''
  #value: string[] = []

  constructor(source: string, handler: TagHandler) {
    this.#source = source
    this.#handler = handler
  }

  ontext(start: number, end: number): void {
    this.#handler.text(this.#source.slice(start, end))
  }

  ontextentity(codePoint: number): void {
    this.#handler.text(String.fromCodePoint(codePoint))
  }

  onopentagname(start: number, end: number): void {
    const name = this.#source.slice(start, end).toLowerCase()
    this.#name = name === 'image' ? 'img' : name
    this.#attributes = new Map()
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#source.slice(start, end).toLowerCase()
    this.#value = []
  }

  onattribdata(start: number, end: number): void {
    this.#value.push(this.#source.slice(start, end))
  }

  onattribentity(codePoint: number): void {
    this.#value.push(String.fromCodePoint(codePoint))
  }

  onattribend(): void {
    // The first of two attributes with one name counts, as in browsers.
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value.join(''))
  }

  onopentagend(): void {
    this.#handler.start(this.#name, this.#attributes)
  }

  onselfclosingtag(): void {
    this.#handler.start(this.#name, this.#attributes)
    // Foreign elements alone may close themselves.
    if (this.#name === 'svg' || this.#name === 'math') this.#handler.end(this.#name)
  }

  onclosetag(start: number, end: number): void {
    this.#handler.end(this.#source.slice(start, end).toLowerCase())
  }

  // Comments, declarations and instructions say nothing to a reader.
  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}
}
