import { lazy, Suspense, useEffect, useState } from 'react'

const SyncNote = lazy(() => import('./sync-note.tsx').then((module) => ({ default: module.SyncNote })))

/** The mail that is here comes first. */
const QUIET_MILLISECONDS = 4000
let quietSince = false

/** The line on what comes in, once the first page is there. */
export function SyncLine() {
  const [quiet, setQuiet] = useState(quietSince)
  useEffect(() => {
    if (quietSince) return
    const timer = setTimeout(() => setQuiet((quietSince = true)), QUIET_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [])
  return quiet ? (
    <Suspense>
      <SyncNote />
    </Suspense>
  ) : null
}
