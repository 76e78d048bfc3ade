import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { listRuleRuns, type RuleRun } from '#modules/mail/contract/rules.ts'
import { announce } from '#ui/announce.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { countOf } from '#ui/format.ts'

const POLL_MILLISECONDS = 400

export const isMoving = ({ state }: RuleRun): boolean => state === 'running' || state === 'undoing'

/** Where rules were lately applied to past mail, newest first; followed while one is at it, and told when it is over. */
export function useRuleRuns() {
  const cache = useQueryClient()
  const runs = useOperation(
    listRuleRuns,
    { limit: 20 },
    { refetchInterval: (data) => (data?.items.some(isMoving) ? POLL_MILLISECONDS : false) },
  )
  const moving = useRef<ReadonlySet<string>>(new Set())
  const items = runs.data?.items

  useEffect(() => {
    for (const run of items ?? [])
      if (moving.current.has(run.id) && !isMoving(run))
        announce(`${run.name}: ${run.state}, ${countOf(run.matched, 'message')}`)
    moving.current = new Set((items ?? []).filter(isMoving).map(({ id }) => id))
  }, [items])

  return {
    items: items ?? [],
    error: runs.error,
    refresh: () => void cache.invalidateQueries({ queryKey: operationKey(listRuleRuns) }),
  }
}
