const running = new Map<string, Promise<unknown>>()

/**
 * Does work once for all who ask for the same at the same time. It only spares the database a crowd: what holds
 * across processes is decided there.
 */
export async function shareWork<T>(key: string, work: () => Promise<T>): Promise<T> {
  const known = running.get(key)
  if (known) return known as Promise<T>
  const started = work().finally(() => running.delete(key))
  running.set(key, started)
  return started
}
