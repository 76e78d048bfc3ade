import { useEffect, useEffectEvent, type RefObject } from 'react'

/** What arrows do within an element, fields aside; true says that they did something. */
export function useArrowKeys(
  place: RefObject<HTMLElement | null>,
  act: (key: string) => boolean,
  /** Whether the element is on the screen: its keys are listened to from then on. */
  shown: boolean,
): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!event.key.startsWith('Arrow') || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if ((event.target as Element).matches('input:not([type=checkbox]), select, textarea')) return
    if (act(event.key)) event.preventDefault()
  })
  useEffect(() => {
    const element = place.current
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    element?.addEventListener('keydown', listener)
    return () => element?.removeEventListener('keydown', listener)
  }, [place, shown])
}
