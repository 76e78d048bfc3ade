import { lazy, Suspense, useMemo } from 'react'
import { useWebModules } from '#ui/web-modules.ts'

/** What modules put above the pages. */
export function Layers() {
  const modules = useWebModules()
  const layers = useMemo(
    () =>
      modules.flatMap(({ name, layer }) =>
        layer ? [{ name, Layer: lazy(() => layer().then((module) => ({ default: module.Layer }))) }] : [],
      ),
    [modules],
  )
  return layers.map(({ name, Layer }) => (
    <Suspense key={name}>
      <Layer />
    </Suspense>
  ))
}
