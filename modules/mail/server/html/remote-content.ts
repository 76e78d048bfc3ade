/** How the addresses in a mail are to be written. */
export interface ContentOptions {
  /** The address of an inline part, by its Content-ID without brackets; null where there is none. */
  cid: (contentId: string) => string | null
  /** Whether images from elsewhere are shown, through `proxy`. */
  allowRemote: boolean
  /** Our own address that fetches a remote image without cookies; null where it cannot be fetched. */
  proxy: (url: string) => string | null
}

/** Resolves the addresses of one mail and keeps count of what lies elsewhere. */
export class RemoteContent {
  blocked = 0
  readonly hosts = new Set<string>()
  readonly #options: ContentOptions

  constructor(options: ContentOptions) {
    this.#options = options
  }

  /** The address to show an image from; null where it is not to be shown. A pixel shows nothing and counts its readers. */
  image(address: string, isPixel = false): string | null {
    const plain = address.trim()
    if (/^cid:/i.test(plain)) return this.#options.cid(contentId(plain.slice(4)))
    if (/^data:/i.test(plain)) return dataImage.test(plain) ? plain.replace(/\s/g, '') : null
    const url = webAddress(plain)
    if (!url) return null
    this.#note(url)
    const shown = this.#options.allowRemote && !isPixel ? this.#options.proxy(url.href) : null
    if (shown === null) this.blocked++
    return shown
  }

  /** Counts something remote that is never shown: a style sheet, a frame, a film. */
  refuse(address: string): void {
    const url = webAddress(address)
    if (!url) return
    this.#note(url)
    this.blocked++
  }

  #note({ hostname }: URL): void {
    if (this.hosts.size < mostHosts) this.hosts.add(hostname)
  }
}

/** An absolute http(s) address, or null. What names no scheme but a host is meant as https. */
export function webAddress(address: string): URL | null {
  const url = parsed(address)
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '' ? url : null
}

/** Parses an absolute address as browsers do (they drop tabs, line ends and outer blanks; so does the parser). */
export function parsed(address: string): URL | null {
  const plain = address.trim()
  return URL.parse(/^[\\/]{2}/.test(plain) ? `https:${plain}` : plain)
}

const mostHosts = 100
// No SVG: it may hold scripts and addresses of its own.
const dataImage = /^data:image\/(?:png|jpe?g|gif|webp|bmp|avif|x-icon)(?:;[\w=-]+)*;base64,[A-Za-z0-9+/=\s]*$/i

function contentId(encoded: string): string {
  const bare = encoded.trim().replace(/^<(.*)>$/, '$1')
  try {
    return decodeURIComponent(bare)
  } catch {
    // Not percent-encoded: a sign of its own, so it is taken as it stands.
    return bare
  }
}
