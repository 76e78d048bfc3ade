import type { ReactNode } from 'react'
import { useConnection } from '#ui/data/connection.ts'

/** What only the server can show: while it is away, or has not got the task yet, one line says so instead. */
export function WhenReached({ waits, quiet, children }: { waits: boolean; quiet?: boolean; children: ReactNode }) {
  const offline = useConnection() === 'offline'
  if (!offline && !waits) return children
  if (quiet) return null
  return <p className="text-ink-soft">Everything else about it is here when Daybook can be reached.</p>
}
