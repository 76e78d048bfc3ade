/** What the form of a search holds; empty is any. */
export interface SearchForm {
  from: string
  to: string
  subject: string
  words: string
  after: string
  before: string
  place: string
  unread: boolean
  attachment: boolean
}

export const emptySearch: SearchForm = {
  from: '',
  to: '',
  subject: '',
  words: '',
  after: '',
  before: '',
  place: '',
  unread: false,
  attachment: false,
}

/** The search that a form means, in the words of search. */
export function toQuery(form: SearchForm): string {
  return [
    ...each('from', form.from),
    ...each('to', form.to),
    ...each('subject', form.subject),
    ...(form.after ? [`after:${form.after}`] : []),
    ...(form.before ? [`before:${form.before}`] : []),
    ...(form.place ? [`in:${form.place}`] : []),
    ...(form.unread ? ['is:unread'] : []),
    ...(form.attachment ? ['has:attachment'] : []),
    form.words.trim(),
  ]
    .filter(Boolean)
    .join(' ')
}

// Every word of a field is a condition of its own; what would end one early is quoted.
function each(name: string, text: string): string[] {
  return words(text).map((word) => `${name}:${/[\s():"]/.test(word) ? `"${word.replaceAll('"', '')}"` : word}`)
}

function words(text: string): string[] {
  return (
    text
      .match(/"[^"]*"|\S+/g)
      ?.map((word) => word.replace(/^"(.*)"$/, '$1'))
      .filter(Boolean) ?? []
  )
}
