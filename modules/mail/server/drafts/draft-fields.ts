import type { Address } from '../../contract.ts'
import { clip } from '../import/clip.ts'
import { cleanHtml } from './clean-html.ts'
import type { DraftRow, Recipients } from './tables.ts'
import { textOfHtml } from './text-of-html.ts'

/** What a person may change in a draft. */
export interface DraftInput {
  connectionId?: string | null | undefined
  identityId?: string | null | undefined
  to?: Address[] | undefined
  cc?: Address[] | undefined
  bcc?: Address[] | undefined
  subject?: string | undefined
  bodyText?: string | undefined
  bodyHtml?: string | null | undefined
}

export type DraftColumns = Pick<
  DraftRow,
  'connection_id' | 'identity_id' | 'recipients' | 'subject' | 'body_text' | 'body_html'
>

export const EMPTY_DRAFT: DraftColumns = {
  connection_id: null,
  identity_id: null,
  recipients: '{"to":[],"cc":[],"bcc":[]}',
  subject: '',
  body_text: '',
  body_html: null,
}

/** The columns of a draft after a change; what is not given stays. */
export function changedColumns(row: DraftColumns, input: DraftInput): DraftColumns {
  const { to, cc, bcc } = JSON.parse(row.recipients) as Recipients
  return {
    connection_id: input.connectionId === undefined ? row.connection_id : input.connectionId,
    identity_id: input.identityId === undefined ? row.identity_id : input.identityId,
    recipients: JSON.stringify({ to: input.to ?? to, cc: input.cc ?? cc, bcc: input.bcc ?? bcc }),
    subject: input.subject ?? row.subject,
    ...bodyOf(row, input),
  }
}

/** HTML brings its text with it; text alone is a message without HTML. */
function bodyOf(row: DraftColumns, { bodyText, bodyHtml }: DraftInput): Pick<DraftRow, 'body_text' | 'body_html'> {
  if (bodyHtml) {
    const html = clip(cleanHtml(bodyHtml), Number.MAX_SAFE_INTEGER)
    return { body_html: html, body_text: textOfHtml(html) }
  }
  if (bodyText !== undefined) return { body_html: null, body_text: bodyText.replaceAll('\r\n', '\n') }
  return bodyHtml === null ? { body_html: null, body_text: row.body_text } : pickBody(row)
}

const pickBody = ({ body_text, body_html }: DraftColumns) => ({ body_text, body_html })

/** Whether a change would change anything. */
export function isSame(row: DraftColumns, columns: DraftColumns): boolean {
  return (Object.keys(columns) as (keyof DraftColumns)[]).every((column) => row[column] === columns[column])
}
