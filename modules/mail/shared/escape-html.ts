/** Text as HTML, fit for content and for values in double quotes. */
export function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(specials, (char) => entities[char] ?? '') : text
}

// eslint-disable-next-line no-control-regex -- A NUL has no place in HTML and confuses parsers.
const special = /[&<>"'\0]/
const specials = /[&<>"'\0]/g
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
