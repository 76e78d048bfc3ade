import type { ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import PencilLine from 'lucide-react/icons/pencil-line'
import Trash2 from 'lucide-react/icons/trash-2'
import { deleteDraft, listDrafts, type DraftSummary } from '#modules/mail/contract/drafts.ts'
import { getMe } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { refreshList, useCursorList } from '#ui/data/use-cursor-list.ts'
import { useCommand, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { shortDate } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { compose } from './composing.ts'
import { keptLetters } from './kept-letters.ts'
import { titleOf } from './letter.ts'
import { useQueuedSends } from './use-queued-sends.ts'

/** The letters that were begun here; a click goes on with one. Those only this browser has come first. */
export function DraftRows({ whenNone }: { whenNone: ReactNode }) {
  const list = useCursorList<DraftSummary>(listDrafts, {})
  const userId = useOperation(getMe, {}).data?.user.id
  const waiting = new Set(useQueuedSends().map((send) => send.kept.saved?.id))
  const drafts = list.items.filter(({ id }) => !waiting.has(id))
  const kept = userId ? keptLetters(userId).filter(({ saved }) => !saved) : []
  if (list.loading) return <Skeleton rows={2} label="Loading the drafts" />
  if (list.error && drafts.length + kept.length === 0) return <ErrorState error={list.error} retry={list.retry} />
  if (drafts.length + kept.length === 0) return whenNone
  return (
    <section
      aria-label="Being written"
      className="max-h-[60%] shrink-0 overflow-y-auto border-b-(length:--border) border-line last:max-h-full last:shrink"
    >
      <ul className="m-0 list-none p-0">
        {kept.map(({ key, letter, at }) => (
          <Row
            key={key}
            title={titleOf(letter)}
            people={letter.to.map(({ name, address }) => name || address)}
            date={new Date(at).toISOString()}
            mark="In this browser"
            snippet={letter.text.slice(0, 100)}
            onOpen={() => compose({ kind: 'kept', key })}
          />
        ))}
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} />
        ))}
      </ul>
      {list.hasMore && (
        <Button className="m-3" onClick={list.loadMore} disabled={list.loadingMore}>
          Show older drafts
        </Button>
      )}
    </section>
  )
}

function DraftRow({ draft }: { draft: DraftSummary }) {
  const cache = useQueryClient()
  const remove = useCommand(deleteDraft, { onSuccess: () => void refreshList(cache, listDrafts) })
  return (
    <Row
      title={titleOf(draft)}
      people={draft.to.map(({ name, address }) => name || address)}
      date={draft.updatedAt}
      mark={draft.conflictOf ? 'Second version' : 'Draft'}
      snippet={draft.snippet}
      onOpen={() => compose({ kind: 'draft', id: draft.id })}
      onDelete={() => remove.mutate({ id: draft.id })}
    />
  )
}

interface RowProps {
  title: string
  people: string[]
  date: string
  mark: string
  snippet: string
  onOpen: () => void
  onDelete?: () => void
}

function Row({ title, people, date, mark, snippet, onOpen, onDelete }: RowProps) {
  return (
    <li className="flex items-center border-b border-line-soft pr-1.5 hover:bg-sunken">
      <button
        type="button"
        onClick={onOpen}
        className="ring-inside flex min-w-0 flex-1 items-center gap-3 rounded-box py-2.5 pl-4 text-left"
      >
        <PencilLine size={20} aria-hidden className="shrink-0" />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex items-baseline gap-2">
            <span className="truncate font-medium">{people.join(', ') || 'To nobody yet'}</span>
            <time dateTime={date} className="ml-auto shrink-0 text-sm tabular-nums">
              {shortDate(date)}
            </time>
          </span>
          <span className="flex items-center gap-1.5 text-sm">
            <Chip accent="orange" className="shrink-0">
              {mark}
            </Chip>
            <span className="truncate">
              <span className="font-semibold">{title}</span> <span className="text-ink-soft">{snippet}</span>
            </span>
          </span>
        </span>
      </button>
      {onDelete && <IconButton label={`Throw away ${title}`} icon={Trash2} quiet onClick={onDelete} />}
    </li>
  )
}
