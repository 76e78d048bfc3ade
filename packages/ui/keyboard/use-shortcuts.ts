import { useEffect, useRef } from 'react'
import { addShortcuts, type Shortcut } from './shortcuts.ts'

/** Keeps shortcuts for as long as the component is on the screen; their functions are always the newest. */
export function useShortcuts(shortcuts: Shortcut[], enabled = true): void {
  const newest = useRef(shortcuts)
  newest.current = shortcuts
  const names = shortcuts.map((shortcut) => shortcut.keys).join('|')

  useEffect(() => {
    if (!enabled) return
    const layer = newest.current.map((shortcut, index) => ({ ...shortcut, run: () => newest.current[index]?.run() }))
    return addShortcuts(layer)
  }, [names, enabled])
}
