import { parsed } from './remote-content.ts'

/** A link of a mail. */
export interface MailLink {
  href: string
  /** Its visible text, cut at 200 characters. */
  text: string
  /** Where it leads; for mailto, the address. */
  host: string
  /** Whether the text names another host than it leads to. */
  misleading: boolean
}

/** A link's target: http, https and mailto only; null for anything else. */
export function linkTarget(address: string): { href: string; host: string } | null {
  const url = parsed(address)
  if (!url) return null
  if (url.protocol === 'mailto:') return { href: url.href, host: url.pathname }
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') return null
  return { href: url.href, host: url.hostname }
}

/** Whether a text reads like an address of another host than the link's. */
export function isMisleading(text: string, host: string): boolean {
  const named = /^(?:https?:\/\/)?(?:[^\s/@]*@)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[:/?#]|$)/iu.exec(text.trim())?.[1]
  if (!named) return false
  const [shown, real] = [bareHost(named), bareHost(host)]
  return shown !== real && !shown.endsWith(`.${real}`) && !real.endsWith(`.${shown}`)
}

function bareHost(host: string): string {
  const ascii = URL.parse(`https://${host}`)?.hostname ?? host.toLowerCase()
  return ascii.replace(/^www\./, '')
}
