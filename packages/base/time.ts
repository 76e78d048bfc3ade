/** Epoch milliseconds as RFC 3339 in UTC, the form of every instant in the API. */
export function toInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

/** Like `toInstant`, keeping null. */
export function toInstantOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : toInstant(milliseconds)
}

/** RFC 3339 text as epoch milliseconds; the schema has already refused what is not an instant. */
export function fromInstant(text: string): number {
  return Date.parse(text)
}
