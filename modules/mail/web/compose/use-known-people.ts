import { useMemo } from 'react'
import { listCorrespondents, type Address } from '#modules/mail/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'

/** The people one has written with, best known first. */
export function useKnownPeople(): Address[] {
  const { data } = useOperation(listCorrespondents, {})
  return useMemo(() => data?.items ?? [], [data])
}
