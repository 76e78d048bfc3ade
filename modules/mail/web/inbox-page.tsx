import { ListAndRecord } from '#ui/page.tsx'
import { useInboxView } from './inbox-search.ts'
import { NothingOpen } from './nothing-open.tsx'
import { ThreadList } from './thread-list.tsx'
import { ThreadView } from './thread-view.tsx'

/** Threads of one place, and the open one beside them. */
export function Page() {
  const view = useInboxView()
  return (
    <ListAndRecord
      label={view.threadId ? 'Thread' : 'Mail'}
      open={Boolean(view.threadId)}
      list={<ThreadList view={view} />}
      record={view.threadId ? <ThreadView key={view.threadId} threadId={view.threadId} view={view} /> : <NothingOpen />}
    />
  )
}
