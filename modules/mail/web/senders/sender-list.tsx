import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { AnyCall } from '#client/client.ts'
import type { Sender } from '#modules/mail/contract/senders.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { refreshList, useCursorList, type Page } from '#ui/data/use-cursor-list.ts'
import { useCommand } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { shortDate } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'

interface SenderListProps {
  title: string
  hint: string
  list: AnyCall<any, Page<Sender>>
  add: AnyCall<{ sender: string }, Sender>
  remove: AnyCall<{ id: string }, Sender>
  words: {
    empty: string
    field: string
    action: string
    example: string
    removeAction: string
    added: (sender: string) => string
    removed: (sender: string) => string
  }
}

/** Addresses and domains that stand for something, newest first; each goes and comes back. */
export function SenderList({ title, hint, list: operation, add, remove, words }: SenderListProps) {
  const cache = useQueryClient()
  const list = useCursorList<Sender>(operation, {})
  const [text, setText] = useState('')
  const refresh = () => void refreshList(cache, operation).catch(showProblem)
  const adding = useCommand(add, {
    onSuccess: ({ id, sender }) => {
      setText('')
      refresh()
      showToast({ message: words.added(sender), undo: () => void api.call(remove, { id }).then(refresh, showProblem) })
    },
    onError: () => undefined,
  })
  const removing = useCommand(remove, {
    onSuccess: ({ sender }) => {
      refresh()
      showToast({
        message: words.removed(sender),
        undo: () => void api.call(add, { sender }).then(refresh, showProblem),
      })
    },
  })
  return (
    <Section title={title} hint={hint}>
      <form
        className="flex flex-wrap items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) adding.mutate({ sender: text.trim() })
        }}
      >
        <TextField
          label={words.field}
          className="min-w-55 flex-1"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={320}
          placeholder={words.example}
          error={adding.error?.problem.detail ?? null}
          value={text}
          onValue={(value) => {
            setText(value)
            if (adding.error) adding.reset()
          }}
        />
        <Button type="submit" look="accent" className="mt-6 min-h-10" disabled={!text.trim() || adding.isPending}>
          {words.action}
        </Button>
      </form>
      {list.loading && <Skeleton rows={2} label={`Loading: ${title}`} />}
      {list.error && list.items.length === 0 && <ErrorState error={list.error} retry={list.retry} />}
      {!list.loading && !list.error && list.items.length === 0 && (
        <p data-state="empty" className="text-ink-soft">
          {words.empty}
        </p>
      )}
      {list.items.length > 0 && (
        <ul aria-label={title} className="sheet m-0 list-none divide-y divide-line-soft p-0">
          {list.items.map(({ id, sender, createdAt }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <span className="min-w-0 flex-1 basis-40 font-semibold break-words">
                {sender.includes('@') ? sender : `${sender} and all below it`}
              </span>
              <time dateTime={createdAt} className="text-sm text-ink-soft tabular-nums max-sm:hidden">
                {shortDate(createdAt)}
              </time>
              <Button disabled={removing.isPending} onClick={() => removing.mutate({ id })}>
                {words.removeAction}
                <span className="sr-only"> {sender}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {list.hasMore && (
        <Button className="self-center" disabled={list.loadingMore} onClick={list.loadMore}>
          Show more
        </Button>
      )}
    </Section>
  )
}
