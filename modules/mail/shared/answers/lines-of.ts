import { escapeHtml } from '../escape-html.ts'

/** Plain text as paragraphs of HTML. */
export function linesOf(text: string): string {
  return text === '' ? '' : `<p>${text.split('\n').map(escapeHtml).join('<br>')}</p>`
}
