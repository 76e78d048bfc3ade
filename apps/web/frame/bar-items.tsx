import { lazy, Suspense, useMemo } from 'react'
import { useWebModules } from '#ui/web-modules.ts'

/** What modules put into the bar on top. */
export function BarItems() {
  const modules = useWebModules()
  const items = useMemo(
    () =>
      modules.flatMap(({ name, bar }) =>
        bar ? [{ name, Item: lazy(() => bar().then(({ Bar }) => ({ default: Bar }))) }] : [],
      ),
    [modules],
  )
  return items.map(({ name, Item }) => (
    <Suspense key={name} fallback={<span className="size-9" />}>
      <Item />
    </Suspense>
  ))
}
