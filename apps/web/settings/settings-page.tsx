import { lazy, Suspense, useMemo } from 'react'
import { Column, PageHead } from '#ui/page.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useWebModules } from '#ui/web-modules.ts'
import { Appearance } from './appearance.tsx'
import { SettingList } from './setting-list.tsx'

/** How Daybook looks here, what the modules let one set, and the settings of the server. */
export function Page() {
  const modules = useWebModules()
  const panes = useMemo(
    () =>
      modules
        .flatMap((module) => (module.settings ? [module.settings] : []))
        .sort((a, b) => (a.order ?? 100) - (b.order ?? 100))
        .map(({ label, load }) => ({ label, Pane: lazy(() => load().then(({ Pane }) => ({ default: Pane }))) })),
    [modules],
  )
  return (
    <>
      <PageHead title="Settings" accent="pink" />
      <Column>
        <Appearance />
        {panes.map(({ label, Pane }) => (
          <Suspense key={label} fallback={<Skeleton rows={2} label={`Loading ${label}`} />}>
            <Pane />
          </Suspense>
        ))}
        <SettingList />
      </Column>
    </>
  )
}
