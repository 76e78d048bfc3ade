import type { Identity } from '../../contract.ts'
import { linesOf } from './lines-of.ts'

type Signed = Pick<Identity, 'signatureText' | 'signatureHtml'>

/** A signature below a text, after the line that mail programs know it by (RFC 3676, 4.3); nothing where there is none. */
export function textSignature(identity: Signed | undefined): string {
  return identity?.signatureText ? `\n\n-- \n${identity.signatureText}` : ''
}

/** The same in HTML. */
export function htmlSignature(identity: Signed | undefined): string {
  const html = identity?.signatureHtml ?? linesOf(identity?.signatureText ?? '')
  return html === '' ? '' : `<div class="signature"><p>-- </p>${html}</div>`
}
