import { useEffect, useEffectEvent, type RefObject } from 'react'

type Place = RefObject<HTMLElement | null>

/** Lets an element be dragged with the pointer; what is dropped is its id. Keys and buttons do the same elsewhere. */
export function useDragged(place: Place, type: string, id: string): void {
  useEffect(() => {
    const element = place.current!
    element.draggable = true
    const start = (event: DragEvent) => {
      event.dataTransfer!.setData(type, id)
      event.dataTransfer!.effectAllowed = 'move'
    }
    element.addEventListener('dragstart', start)
    return () => element.removeEventListener('dragstart', start)
  }, [place, type, id])
}

interface DropHandlers {
  /** Something is above it, at a share of its height; null once it has gone. */
  onOver: (share: number | null) => void
  onDrop: (id: string, share: number) => void
}

/** Lets an element take what is dragged. */
export function useDropped(place: Place, type: string, { onOver, onDrop }: DropHandlers): void {
  const over = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer!.types.includes(type)) return
    event.preventDefault()
    onOver(shareOf(event))
  })
  const leave = useEffectEvent(() => onOver(null))
  const drop = useEffectEvent((event: DragEvent) => {
    const id = event.dataTransfer!.getData(type)
    if (id === '') return
    event.preventDefault()
    onOver(null)
    onDrop(id, shareOf(event))
  })
  useEffect(() => {
    const element = place.current!
    const listeners = { dragover: over, dragleave: leave, drop }
    const end = new AbortController()
    for (const [name, listener] of Object.entries(listeners))
      element.addEventListener(name, (event) => listener(event as DragEvent), { signal: end.signal })
    return () => end.abort()
  }, [place])
}

function shareOf(event: DragEvent): number {
  const { top, height } = (event.currentTarget as HTMLElement).getBoundingClientRect()
  return (event.clientY - top) / height
}
