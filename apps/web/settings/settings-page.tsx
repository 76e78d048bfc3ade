import { lazy, Suspense, type ComponentType } from 'react'
import { Link, useParams } from '@tanstack/react-router'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import type { SettingsPane } from '#ui/define-web-module.ts'
import { Column, ListAndRecord, usePageTitle } from '#ui/page.tsx'
import { RecordTitle } from '#ui/record-title.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { NotFoundPage } from '../frame/not-found-page.tsx'
import { PaneList } from './pane-list.tsx'
import { usePanes } from './panes.ts'

/** The panes of the shell and the modules: a list, and the open one beside it; on a phone one of the two. */
export function Page() {
  const { pane: id } = useParams({ strict: false }) as { pane?: string }
  const panes = usePanes()
  const pane = id === undefined ? panes[0] : panes.find((candidate) => candidate.id === id)
  if (!pane) return <NotFoundPage />
  return (
    <ListAndRecord
      label="Settings"
      open={id !== undefined}
      list={<PaneList panes={panes} current={pane.id} />}
      record={<OpenPane key={pane.id} pane={pane} Pane={paneOf(pane)} chosen={id !== undefined} />}
    />
  )
}

function OpenPane({ pane, Pane, chosen }: { pane: SettingsPane; Pane: ComponentType; chosen: boolean }) {
  usePageTitle(chosen ? pane.label : 'Settings')
  return (
    <>
      <header className="sticky top-0 z-10 flex items-center gap-3 border-b-(length:--border) border-line bg-surface p-4 md:hidden">
        <Link
          to="/settings/{-$pane}"
          params={{}}
          aria-label="All settings"
          className="flex size-11 items-center justify-center"
        >
          <ArrowLeft size={22} aria-hidden />
        </Link>
        {chosen && <RecordTitle>{pane.label}</RecordTitle>}
      </header>
      <Column>
        <Suspense fallback={<Skeleton rows={3} label={`Loading ${pane.label}`} />}>
          <Pane />
        </Suspense>
      </Column>
    </>
  )
}

const loaded = new WeakMap<SettingsPane, ComponentType>()

/** The component of a pane, one for as long as the page is open: a new one would begin anew each time. */
function paneOf(pane: SettingsPane): ComponentType {
  const known = loaded.get(pane)
  if (known) return known
  const made = lazy(() => pane.load().then((module) => ({ default: module.Pane })))
  loaded.set(pane, made)
  return made
}
