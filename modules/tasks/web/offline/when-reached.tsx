import { useEffect, useState, type ReactNode } from 'react'
import { useConnection } from '#ui/data/connection.ts'

/**
 * What only the server can show: where it is away, or has not got the task yet, one line says so instead. What was shown
 * stays when the connection goes, so that nothing is lost that somebody writes in it.
 */
export function WhenReached({ waits, quiet, children }: { waits: boolean; quiet?: boolean; children: ReactNode }) {
  const reached = useConnection() !== 'offline' && !waits
  const [shown, setShown] = useState(reached)
  useEffect(() => {
    if (reached) setShown(true)
  }, [reached])
  if (shown || reached) return children
  if (quiet) return null
  return <p className="text-ink-soft">Everything else about it is here when Daybook can be reached.</p>
}
