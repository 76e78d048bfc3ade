import { useEffect, useRef } from 'react'
import { addHandlers, type KeyHandlers } from './shortcuts.ts'

/** Lets actions work for as long as the component is on the screen; their functions are always the newest. */
export function useShortcuts(handlers: KeyHandlers, enabled = true): void {
  const newest = useRef(handlers)
  newest.current = handlers
  const names = Object.keys(handlers).join('|')

  useEffect(() => {
    if (!enabled) return
    const layer = names.split('|').map((name) => [name, () => newest.current[name]?.()] as const)
    return addHandlers(Object.fromEntries(layer))
  }, [names, enabled])
}
