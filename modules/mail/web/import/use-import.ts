import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { getImport, getMailbox, listLabels, listThreads, type Import } from '#modules/mail/contract.ts'
import { announce } from '#ui/announce.ts'
import { refreshList } from '#ui/data/use-cursor-list.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { showProblem } from '#ui/toasts.ts'

const moving: Import['state'][] = ['running', 'indexing', 'undoing']
const POLL_MILLISECONDS = 400

export const isMoving = (state: Import['state']): boolean => moving.includes(state)

/** An import as it goes on; when it comes to rest, the lists of mail are read anew. */
export function useImport(first: Import) {
  const cache = useQueryClient()
  const query = useOperation(
    getImport,
    { id: first.id },
    { refetchInterval: (data) => (isMoving((data ?? first).state) ? POLL_MILLISECONDS : false) },
  )
  const current = query.data ?? first
  const before = useRef(current.state)

  useEffect(() => {
    if (isMoving(before.current) && !isMoving(current.state)) {
      announce(`Import ${current.name}: ${current.state}, ${current.stored} messages`)
      void cache.invalidateQueries({ queryKey: operationKey(getMailbox) })
      void cache.invalidateQueries({ queryKey: operationKey(listLabels) })
      void refreshList(cache, listThreads).catch(showProblem)
    }
    before.current = current.state
  }, [cache, current.name, current.state, current.stored])

  return { current, error: query.error, refetch: () => void query.refetch() }
}
