import { escapeHtml } from '../html/escape-html.ts'
import type { IdentityRow } from './tables.ts'

type Signed = Pick<IdentityRow, 'signature_text' | 'signature_html'>

/** A signature below a text, after the line that mail programs know it by (RFC 3676, 4.3); nothing where there is none. */
export function textSignature(identity: Signed | undefined): string {
  return identity?.signature_text ? `\n\n-- \n${identity.signature_text}` : ''
}

/** The same in HTML. */
export function htmlSignature(identity: Signed | undefined): string {
  const html = identity?.signature_html ?? linesOf(identity?.signature_text ?? '')
  return html === '' ? '' : `<div class="signature"><p>-- </p>${html}</div>`
}

/** Plain text as paragraphs of HTML. */
export function linesOf(text: string): string {
  return text === '' ? '' : `<p>${text.split('\n').map(escapeHtml).join('<br>')}</p>`
}
