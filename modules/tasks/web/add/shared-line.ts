/** The longest line that quick add takes. */
const LONGEST = 500

/** What another app shared, as the line of a task and what goes into its notes. Nothing of it is left out. */
export function sharedLine(shared: { title?: string; text?: string; url?: string }): { text: string; notes: string } {
  const [title, body, url] = [shared.title, shared.text, shared.url].map((part) => (part ?? '').trim())
  const [first = '', ...rest] = body!.split('\n')
  const line = title || first || url!
  const left = title ? body! : rest.join('\n').trim()
  const cut = line.length > LONGEST ? line : ''
  // Some apps put the title and the address into the text too.
  const parts = [cut, left, url!].filter((part) => part !== '' && (part === cut || part !== line))
  const notes = parts.filter((part) => part !== url || !`${left} ${line}`.includes(part))
  return { text: line.slice(0, LONGEST).replace(/\s+/g, ' ').trim(), notes: notes.join('\n\n') }
}
