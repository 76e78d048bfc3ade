/** Calls a function when its value is first asked for, and keeps that: for libraries that few runs of Daybook need. */
export function lazily<T>(load: () => T): () => T {
  let loaded: { value: T } | undefined
  return () => (loaded ??= { value: load() }).value
}
