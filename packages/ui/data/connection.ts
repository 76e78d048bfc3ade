import { useSyncExternalStore } from 'react'

/** `live`: events come by a socket. `polling`: nothing does, so pages ask now and then. `offline`: nobody answers. */
export type Connection = 'live' | 'polling' | 'offline'

const POLL_MILLISECONDS = 20_000

let current: Connection = 'polling'
const listeners = new Set<() => void>()

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => current)
}

export const getConnection = (): Connection => current

export function setConnection(next: Connection): void {
  if (next === current) return
  current = next
  for (const listener of listeners) listener()
}

/** How often to ask again, in milliseconds: never while events come by themselves. */
export function usePollInterval(): number | false {
  return useConnection() === 'live' ? false : POLL_MILLISECONDS
}

/** Calls back at every change; gives a function that ends it. */
export function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
