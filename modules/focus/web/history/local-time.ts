/** An instant as a `datetime-local` field writes it, in the time zone of this browser. */
export function toLocalTime(instant: string): string {
  const date = new Date(instant)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** What stands in such a field as an instant. */
export function fromLocalTime(text: string): string {
  return new Date(text).toISOString()
}
