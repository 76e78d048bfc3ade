import { useCallback } from 'react'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import {
  getMailbox,
  getMessage,
  getThread,
  listLabels,
  listMessages,
  listThreads,
  modifyMessages,
  restoreFlags,
  type Place,
  type ThreadSummary,
} from '#modules/mail/contract.ts'
import { api } from '#ui/data/api.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { patchList, refreshList } from '#ui/data/use-cursor-list.ts'
import { showProblem, showToast } from '#ui/toasts.ts'

export interface MailChange {
  threadIds?: string[]
  messageIds?: string[]
  seen?: boolean
  starred?: boolean
  place?: Place
  /** Of threads, only what lies in this place: a message put in the trash earlier stays there. */
  within?: Place
  addLabels?: string[]
  removeLabels?: string[]
}

/** Changes mail: on the screen at once, then on the server; `told` is said with a way back. */
export function useModify(): (change: MailChange, told?: string) => Promise<void> {
  const cache = useQueryClient()
  return useCallback(
    async (change, told) => {
      const putBack = patchList(cache, listThreads, (thread, input) => patchThread(thread, change, input))
      try {
        const { before } = await api.call(modifyMessages, change)
        if (told) showToast({ message: told, ...(before.length > 0 && { undo: () => void undo(cache, before) }) })
      } catch (error) {
        putBack()
        showProblem(error)
      }
      await refresh(cache, change)
    },
    [cache],
  )
}

async function undo(
  cache: QueryClient,
  before: { id: string; seen: boolean; starred: boolean; place: Place }[],
): Promise<void> {
  try {
    await api.call(restoreFlags, { before })
  } catch (error) {
    showProblem(error)
  }
  await refresh(cache, { place: 'inbox' })
}

// Rows are right on the screen already, so lists are only read again when rows came or went.
async function refresh(cache: QueryClient, change: MailChange): Promise<void> {
  const details = [
    getMailbox,
    getThread,
    getMessage,
    listMessages,
    ...(change.addLabels || change.removeLabels ? [listLabels] : []),
  ]
  await Promise.all([
    ...details.map((operation) => cache.invalidateQueries({ queryKey: operationKey(operation) })),
    ...(change.place || change.messageIds ? [refreshList(cache, listThreads)] : []),
  ]).catch(showProblem)
}

function patchThread(thread: ThreadSummary, change: MailChange, input: Record<string, unknown>): ThreadSummary | null {
  if (!change.threadIds?.includes(thread.id)) return thread
  if (change.place && change.place !== input.place) return null
  const labels = thread.labels.filter((label) => !change.removeLabels?.includes(label))
  return {
    ...thread,
    unread: change.seen === undefined ? thread.unread : change.seen ? 0 : thread.messages,
    starred: change.starred ?? thread.starred,
    labels: [...new Set([...labels, ...(change.addLabels ?? [])])],
  }
}
