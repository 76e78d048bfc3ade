import { lazy, Suspense } from 'react'
import { useSearch } from '@tanstack/react-router'
import { ErrorState } from '#ui/error-state.tsx'
import { Column, PageHead } from '#ui/page.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { Running } from './clock/running.tsx'
import { StartForm } from './clock/start-form.tsx'
import { useFocus, useLiveSession } from './clock/use-focus.ts'
import { Thoughts } from './thoughts/thoughts.tsx'

const History = lazy(() => import('./history/history.tsx').then((module) => ({ default: module.History })))
const Figures = lazy(() => import('./figures/focus-figures.tsx').then((module) => ({ default: module.FocusFigures })))

/** The clock of this person, what was, and what it comes to. Nobody else sees it. */
export function Page() {
  const search = useSearch({ strict: false }) as { view?: string; task?: string }
  const view = search.view === 'history' || search.view === 'figures' ? search.view : 'clock'
  return (
    <>
      <PageHead title="Focus" accent="orange">
        <Tabs
          label="Views of focus"
          to="/focus"
          tabs={[
            { label: 'Clock', search: {}, active: view === 'clock' },
            { label: 'History', search: { view: 'history' }, active: view === 'history' },
            { label: 'Figures', search: { view: 'figures' }, active: view === 'figures' },
          ]}
        />
      </PageHead>
      <Column>
        <Suspense fallback={<Skeleton rows={3} label="Loading" />}>
          {view === 'clock' && <Clock asked={search.task ?? null} />}
          {view === 'history' && <History />}
          {view === 'figures' && <Figures />}
        </Suspense>
      </Column>
    </>
  )
}

function Clock({ asked }: { asked: string | null }) {
  const focus = useFocus()
  const session = useLiveSession()
  if (focus.isPending) return <Skeleton rows={3} label="Looking at the clock" />
  if (!focus.data) return <ErrorState error={focus.error} retry={() => void focus.refetch()} />
  return (
    <>
      {session ? <Running session={session} /> : <StartForm key={asked} last={focus.data.last} asked={asked} />}
      {session?.state !== 'working' && <Thoughts />}
    </>
  )
}
