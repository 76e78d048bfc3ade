import { useEffect, useRef, type RefObject } from 'react'

/** Puts the focus on a field that somebody has just asked for. */
export function useFirstFocus(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return field
}
