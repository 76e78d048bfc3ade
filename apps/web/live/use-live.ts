import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'

const AFTER_PAINT_MILLISECONDS = 300

/** Keeps what is on the screen as it is on the server, from shortly after the first paint. */
export function useLive(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const left = new AbortController()
    const begin = async () => {
      const { followEvents } = await import('./follow-events.ts')
      if (!left.signal.aborted) left.signal.addEventListener('abort', followEvents(queries))
    }
    // Without it the pages ask now and then by themselves.
    const timer = setTimeout(() => void begin().catch(() => undefined), AFTER_PAINT_MILLISECONDS)
    left.signal.addEventListener('abort', () => clearTimeout(timer))
    return () => left.abort()
  }, [queries])
}
