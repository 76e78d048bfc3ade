import { useSyncExternalStore } from 'react'

let awake = false
const listeners = new Set<() => void>()

/** Has what modules put above the pages loaded now: there is something to show. */
export function wakeLayers(): void {
  if (awake) return
  awake = true
  for (const listener of listeners) listener()
}

export function useLayersAwake(): boolean {
  return useSyncExternalStore(subscribe, () => awake)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
