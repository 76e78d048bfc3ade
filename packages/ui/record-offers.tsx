import { lazy, Suspense, useMemo } from 'react'
import { useWebModules } from './web-modules.ts'

/** What other modules offer to make of one record, beside it, such as a task it suggests. */
export function RecordOffers({ kind, id }: { kind: string; id: string }) {
  const modules = useWebModules()
  const offers = useMemo(
    () =>
      modules.flatMap(({ name, recordOffer }) =>
        recordOffer
          ? [{ name, Offer: lazy(() => recordOffer().then((module) => ({ default: module.RecordOffer }))) }]
          : [],
      ),
    [modules],
  )
  return offers.map(({ name, Offer }) => (
    <Suspense key={name}>
      <Offer key={id} kind={kind} id={id} />
    </Suspense>
  ))
}
