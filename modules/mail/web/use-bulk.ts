import { useState } from 'react'
import type { ThreadSummary } from '#modules/mail/contract.ts'
import { countOf } from '#ui/format.ts'
import { showProblem } from '#ui/toasts.ts'
import type { Selection } from '#ui/use-selection.ts'
import type { InboxView } from './inbox-search.ts'
import { allOf } from './select-all.ts'
import { useModify, type MailChange } from './use-modify.ts'

/** One thing done with all threads that are selected, with one way back for all. */
export interface Bulk {
  count: number
  busy: boolean
  archive: () => void
  trash: () => void
  junk: () => void
  read: (seen: boolean) => void
  star: (starred: boolean) => void
  label: (addLabels: string[], removeLabels: string[]) => void
}

export function useBulk(view: InboxView, threads: readonly ThreadSummary[], selection: Selection): Bulk {
  const modify = useModify()
  const [busy, setBusy] = useState(false)

  const run = async (
    told: (count: string) => string,
    change: (chosen: ThreadSummary[]) => MailChange,
    back?: (chosen: ThreadSummary[]) => MailChange,
  ) => {
    setBusy(true)
    try {
      const chosen = selection.all ? await allOf(view) : threads.filter(({ id }) => selection.ids.has(id))
      if (chosen.length === 0) return
      const threadIds = chosen.map(({ id }) => id)
      selection.clear()
      const more = back?.(chosen)
      await modify(
        { within: view.place, ...change(chosen), threadIds },
        told(countOf(chosen.length, 'thread')),
        more?.threadIds?.length ? more : undefined,
      )
    } catch (error) {
      showProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const fromInbox = view.place === 'inbox'
  return {
    count: selection.ids.size,
    busy,
    archive: () =>
      void run(
        (count) => `${count} ${fromInbox ? 'archived' : 'moved to the inbox'}`,
        () => ({ place: fromInbox ? 'archive' : 'inbox' }),
      ),
    trash: () =>
      void run(
        (count) => `${count} moved to the trash`,
        () => ({ place: 'trash' }),
      ),
    junk: () =>
      void run(
        (count) => `${count} moved to junk`,
        () => ({ place: 'junk' }),
      ),
    read: (seen) =>
      void run(
        (count) => `${count} marked as ${seen ? 'read' : 'unread'}`,
        () => ({ seen }),
      ),
    star: (starred) =>
      void run(
        (count) => `${count} ${starred ? 'starred' : 'no longer starred'}`,
        () => ({ starred }),
      ),
    label: (addLabels, removeLabels) =>
      void run(
        (count) => `Labels of ${count} changed`,
        () => ({ addLabels, removeLabels }),
        // Only what did not bear a label loses it again.
        (chosen) => ({
          threadIds: chosen.filter(({ labels }) => !addLabels.some((id) => labels.includes(id))).map(({ id }) => id),
          ...(addLabels.length > 0 && { removeLabels: addLabels }),
          ...(removeLabels.length > 0 && { addLabels: removeLabels }),
        }),
      ),
  }
}
