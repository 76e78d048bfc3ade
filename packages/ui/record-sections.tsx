import { lazy, Suspense, useMemo } from 'react'
import { useWebModules } from './web-modules.ts'

/** What other modules have to say about one record, below it, such as its history. */
export function RecordSections({ kind, id }: { kind: string; id: string }) {
  const modules = useWebModules()
  const sections = useMemo(
    () =>
      modules.flatMap(({ name, recordSection }) =>
        recordSection
          ? [{ name, Section: lazy(() => recordSection().then((module) => ({ default: module.RecordSection }))) }]
          : [],
      ),
    [modules],
  )
  return sections.map(({ name, Section }) => (
    <Suspense key={name}>
      <Section key={id} kind={kind} id={id} />
    </Suspense>
  ))
}
