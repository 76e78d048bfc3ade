import * as shared from '../../shared/answers/signature.ts'
import type { IdentityRow } from './tables.ts'

type Signed = Pick<IdentityRow, 'signature_text' | 'signature_html'>

/** The signature of a row of identities below a text. */
export const textSignature = (identity: Signed | undefined): string => shared.textSignature(toSigned(identity))

/** The same in HTML. */
export const htmlSignature = (identity: Signed | undefined): string => shared.htmlSignature(toSigned(identity))

const toSigned = (row: Signed | undefined) =>
  row && { signatureText: row.signature_text, signatureHtml: row.signature_html }
