import { lazy, Suspense } from 'react'
import { useMe } from './use-me.ts'

// Hardly anybody ever acts as somebody else: it comes when they do.
const ImpersonationNote = lazy(() =>
  import('./impersonation-note.tsx').then((module) => ({ default: module.ImpersonationNote })),
)

/** Says at all times that an administrator acts as somebody else. */
export function Banner() {
  const me = useMe()
  if (!me?.impersonatedBy) return null
  return (
    <Suspense>
      <ImpersonationNote person={me.user} administrator={me.impersonatedBy} />
    </Suspense>
  )
}
