import { useState, type PointerEvent } from 'react'
import type { Direction } from './use-swipe.ts'

/** So far a card is dragged until it is decided, in pixels. */
const FAR = 110

interface Drag {
  x: number
  y: number
  /** Where it would go if it were let go here. */
  towards: Direction | null
}

const still: Drag = { x: 0, y: 0, towards: null }

/** Dragging a card by finger or pointer; let go nearer than `FAR` it comes back. */
export function useDrag(decide: (direction: Direction) => void) {
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null)
  const [drag, setDrag] = useState(still)
  const end = () => {
    setFrom(null)
    setDrag(still)
  }
  return {
    drag,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom({ x: event.clientX, y: event.clientY })
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (!from) return
        const [x, y] = [event.clientX - from.x, Math.min(0, event.clientY - from.y)]
        setDrag({ x, y, towards: towardsOf(x, y) })
      },
      onPointerUp() {
        const { towards } = drag
        end()
        if (towards) decide(towards)
      },
      onPointerCancel: end,
    },
  }
}

function towardsOf(x: number, y: number): Direction | null {
  if (-y > FAR && -y > Math.abs(x)) return 'up'
  if (x > FAR) return 'right'
  return x < -FAR ? 'left' : null
}
