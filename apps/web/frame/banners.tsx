import { lazy, Suspense, useMemo } from 'react'
import { useWebModules } from '#ui/web-modules.ts'

/** What modules have to say at all times, below the bar. */
export function Banners() {
  const modules = useWebModules()
  const banners = useMemo(
    () =>
      modules.flatMap(({ name, banner }) =>
        banner ? [{ name, Banner: lazy(() => banner().then((module) => ({ default: module.Banner }))) }] : [],
      ),
    [modules],
  )
  return banners.map(({ name, Banner }) => (
    <Suspense key={name}>
      <Banner />
    </Suspense>
  ))
}
