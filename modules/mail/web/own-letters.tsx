import { lazy, Suspense, type ReactNode } from 'react'
import type { InboxView } from './inbox-search.ts'

const DraftRows = lazy(() => import('./compose/draft-rows.tsx').then((module) => ({ default: module.DraftRows })))
const SentRows = lazy(() => import('./compose/sent-rows.tsx').then((module) => ({ default: module.SentRows })))

/** What was written here and has not gone out: drafts among the drafts, letters on their way above what was sent; else `whenNone`. */
export function OwnLetters({ view, whenNone }: { view: InboxView; whenNone: ReactNode }) {
  if (view.place !== 'drafts' && view.place !== 'sent') return whenNone
  return (
    <Suspense>
      {view.place === 'drafts' ? <DraftRows whenNone={whenNone} /> : <SentRows whenNone={whenNone} />}
    </Suspense>
  )
}
