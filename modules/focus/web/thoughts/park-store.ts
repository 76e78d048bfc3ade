import { useSyncExternalStore } from 'react'

let open = false
const listeners = new Set<() => void>()

/** Opens the sheet in which a thought is parked; the bar on top has it, so that it opens on every page. */
export function openPark(): void {
  set(true)
}

export function closePark(): void {
  set(false)
}

export function useParkOpen(): boolean {
  return useSyncExternalStore(subscribe, () => open)
}

function set(next: boolean): void {
  open = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
