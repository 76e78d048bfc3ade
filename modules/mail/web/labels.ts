import { useMemo } from 'react'
import { listLabels, type Label } from '#modules/mail/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'

/** All labels, and each by its id. */
export function useLabels(): { all: Label[]; byId: Map<string, Label> } {
  const { data } = useOperation(listLabels, {})
  return useMemo(() => {
    const all = data?.items ?? []
    return { all, byId: new Map(all.map((label) => [label.id, label])) }
  }, [data])
}
