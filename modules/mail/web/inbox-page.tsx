import { lazy, Suspense } from 'react'
import { ListAndRecord } from '#ui/page.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useInboxView } from './inbox-search.ts'
import { NothingOpen } from './nothing-open.tsx'
import { PlacesPane } from './places-pane.tsx'
import { ThreadList } from './thread-list.tsx'

// The list is on the screen first; reading a thread brings how one is shown.
const ThreadView = lazy(() => import('./thread-view.tsx').then((module) => ({ default: module.ThreadView })))

/** The places of mail, the threads of one of them, and the open one beside them. */
export function Page() {
  const view = useInboxView()
  return (
    <ListAndRecord
      label={view.threadId ? 'Thread' : 'Mail'}
      open={Boolean(view.threadId)}
      side={<PlacesPane view={view} />}
      list={<ThreadList view={view} />}
      record={
        view.threadId ? (
          <Suspense fallback={<Skeleton rows={4} label="Loading the thread" />}>
            <ThreadView key={view.threadId} threadId={view.threadId} view={view} />
          </Suspense>
        ) : (
          <NothingOpen />
        )
      }
    />
  )
}
