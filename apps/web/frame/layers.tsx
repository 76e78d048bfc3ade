import { lazy, Suspense, useMemo } from 'react'
import { useLayersAwake } from '#ui/layers-awake.ts'
import { useWebModules } from '#ui/web-modules.ts'

/** What modules put above the pages, once one of them has something there. */
export function Layers() {
  const modules = useWebModules()
  const awake = useLayersAwake()
  const layers = useMemo(
    () =>
      modules.flatMap(({ name, layer }) =>
        layer ? [{ name, Layer: lazy(() => layer().then((module) => ({ default: module.Layer }))) }] : [],
      ),
    [modules],
  )
  if (!awake) return null
  return layers.map(({ name, Layer }) => (
    <Suspense key={name}>
      <Layer />
    </Suspense>
  ))
}
