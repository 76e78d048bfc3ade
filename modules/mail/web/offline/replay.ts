import type { QueryClient } from '@tanstack/react-query'
import { modifyMessages } from '#modules/mail/contract.ts'
import { api } from '#ui/data/api.ts'
import { countOf } from '#ui/format.ts'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { isOffline } from './is-offline.ts'
import { dropChange, queuedChanges } from './queue.ts'

let running = false

/**
 * Makes the changes that waited, the oldest first. Each has a key, so that it counts once although an answer got lost or
 * two windows are at it; what the server refuses is told and dropped.
 */
export async function replayChanges(queries: QueryClient): Promise<void> {
  if (running) return
  running = true
  let made = 0
  try {
    for (const [place, { key, input }] of await queuedChanges()) {
      try {
        await api.call(modifyMessages, input, { idempotencyKey: key })
        made++
      } catch (error) {
        if (isOffline(error)) return
        showProblem(error)
      }
      await dropChange(place)
    }
  } finally {
    running = false
    if (made > 0) {
      showToast({
        message: `${countOf(made, 'change')} made while you were offline ${made === 1 ? 'is' : 'are'} on the server`,
      })
      void refreshModules(queries, ['mail']).catch(() => undefined)
    }
  }
}
