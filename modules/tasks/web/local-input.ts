/** An instant as a `datetime-local` field writes it, in the time zone of this browser. */
export function toLocalInput(instant: string | null): string {
  if (!instant) return ''
  const date = new Date(instant)
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 16)
}

/** What stands in a `datetime-local` field as an instant; an empty field is none. */
export function fromLocalInput(text: string): string | null {
  return text ? new Date(text).toISOString() : null
}
