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
import { patchAnswers } from '#ui/data/kept-answers.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { patchList, refreshList } from '#ui/data/use-cursor-list.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { isOffline } from './offline/is-offline.ts'

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

const loadQueue = () => import('./offline/queue.ts')

/** How a message was before a change. */
export interface Before {
  id: string
  seen: boolean
  starred: boolean
  place: Place
}

interface Threads {
  items: ThreadSummary[]
  next: string | null
}

/** As many as one call takes. */
const THREADS = 100
const MESSAGES = 500
const RESTORED = 5000

/**
 * Changes mail: on the screen at once, then on the server; `told` is said with a way back, which `back` adds to.
 * While nobody answers, the change waits in this browser and is made once when the server is there again.
 */
export function useModify(): (change: MailChange, told?: string, back?: MailChange) => Promise<void> {
  const cache = useQueryClient()
  return useCallback(
    async (change, told, back) => {
      const putBack = patchList(cache, listThreads, (thread, input) => patchThread(thread, change, input))
      const before: Before[] = []
      const waiting: string[] = []
      for (const part of partsOf(change)) {
        try {
          const { before: was } = await api.call(modifyMessages, part)
          before.push(...was)
        } catch (error) {
          const place = isOffline(error) && (await (await loadQueue()).queueChange(part))
          if (place) {
            waiting.push(place)
            continue
          }
          putBack()
          showProblem(error)
          break
        }
      }
      if (waiting.length > 0) {
        await patchAnswers<Threads>(listThreads.name, (page, input) => ({
          ...page,
          items: page.items.flatMap((thread) => patchThread(thread, change, input) ?? []),
        }))
        const takeBack = () => {
          void loadQueue().then(({ dropChange }) => waiting.forEach((place) => void dropChange(place)))
          putBack()
        }
        if (told) showToast({ message: told, detail: 'On the server as soon as it can be reached.', undo: takeBack })
        return
      }
      if (told && (before.length > 0 || back)) {
        showToast({ message: told, undo: () => void undo(cache, before, back) })
      } else if (told) showToast({ message: told })
      await refresh(cache, change)
    },
    [cache],
  )
}

async function undo(cache: QueryClient, before: Before[], back: MailChange | undefined): Promise<void> {
  try {
    for (let start = 0; start < before.length; start += RESTORED)
      await api.call(restoreFlags, { before: before.slice(start, start + RESTORED) })
    for (const part of back ? partsOf(back) : []) await api.call(modifyMessages, part)
  } catch (error) {
    showProblem(error)
  }
  await refresh(cache, { place: 'inbox', ...(back?.removeLabels && { removeLabels: [] }) })
}

function partsOf({ threadIds = [], messageIds = [], ...rest }: MailChange): MailChange[] {
  return [
    ...slices(threadIds, THREADS).map((part) => ({ ...rest, threadIds: part })),
    ...slices(messageIds, MESSAGES).map((part) => ({ ...rest, messageIds: part })),
  ]
}

function slices<Item>(items: readonly Item[], most: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, n) => items.slice(n * most, (n + 1) * most))
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
  ]).catch((error: unknown) => !isOffline(error) && showProblem(error))
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
