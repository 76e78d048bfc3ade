import type { ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import {
  confirmOutgoing,
  listOutgoing,
  retryOutgoing,
  undoSend,
  type Outgoing,
  type OutgoingState,
} from '#modules/mail/contract/outgoing.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { useCommand } from '#ui/data/use-operation.ts'
import type { Accent } from '#ui/define-web-module.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { fullDate } from '#ui/format.ts'
import { compose } from './composing.ts'
import { titleOf } from './letter.ts'

const states: Record<OutgoingState, [Accent, string]> = {
  held: ['lilac', 'Waits for its time'],
  waiting: ['yellow', 'Waits for the server'],
  sending: ['yellow', 'Going out'],
  sent: ['green', 'Sent'],
  unsure: ['orange', 'May have been sent, check'],
  failed: ['red', 'Not sent'],
  cancelled: ['lilac', 'Taken back'],
}

/** Letters on their way out, each with how it stands and what one can do. */
export function OutgoingRows({ whenNone }: { whenNone: ReactNode }) {
  const list = useCursorList<Outgoing>(listOutgoing, { open: true })
  if (list.error && list.items.length === 0) return <ErrorState error={list.error} retry={list.retry} />
  if (list.items.length === 0) return whenNone
  return (
    <section
      aria-label="On their way"
      className="max-h-[60%] shrink-0 overflow-y-auto border-b-(length:--border) border-line last:max-h-full last:shrink"
    >
      <ul className="m-0 list-none p-0">
        {needFirst(list.items).map((outgoing) => (
          <OutgoingRow key={outgoing.id} outgoing={outgoing} />
        ))}
      </ul>
    </section>
  )
}

/** What waits for a person stands above what goes out by itself. */
function needFirst(items: readonly Outgoing[]): Outgoing[] {
  const needs = ({ state }: Outgoing) => state === 'unsure' || state === 'failed'
  return [...items.filter(needs), ...items.filter((outgoing) => !needs(outgoing))]
}

function OutgoingRow({ outgoing }: { outgoing: Outgoing }) {
  const cache = useQueryClient()
  const refresh = () => void refreshModules(cache, ['mail']).catch(() => undefined)
  const back = useCommand(undoSend, {
    onSuccess: ({ id }) => {
      compose({ kind: 'draft', id })
      refresh()
    },
  })
  const retry = useCommand(retryOutgoing, { onSuccess: refresh })
  const confirm = useCommand(confirmOutgoing, { onSuccess: refresh })
  const { id, state, draftId, problem, refused, sendAt } = outgoing
  const [accent, words] = states[state]
  const title = titleOf(outgoing)
  const of = <span className="sr-only"> {title}</span>
  return (
    <li className="flex flex-col gap-2 border-b border-line-soft px-4 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <Chip accent={accent} className="max-w-none shrink-0">
          {words}
        </Chip>
        <span className="min-w-0 flex-1 truncate font-semibold">{title}</span>
      </div>
      <p className="truncate text-sm text-ink-soft">
        To {outgoing.to.map(({ name, address }) => name || address).join(', ')}, {fullDate(sendAt)}
      </p>
      {problem && <p className="text-sm font-semibold break-words">{problem.detail}</p>}
      {refused.map(({ address, detail }) => (
        <p key={address} className="text-sm break-words">
          {address}: {detail}
        </p>
      ))}
      <div className="flex flex-wrap gap-2">
        {(state === 'held' || state === 'waiting') && (
          <Button disabled={back.isPending} onClick={() => back.mutate({ id })}>
            Take back{of}
          </Button>
        )}
        {state === 'waiting' && (
          <Button disabled={retry.isPending} onClick={() => retry.mutate({ id })}>
            Try now{of}
          </Button>
        )}
        {state === 'unsure' && (
          <>
            <Button disabled={confirm.isPending} onClick={() => confirm.mutate({ id })}>
              It arrived{of}
            </Button>
            <Button look="danger" disabled={retry.isPending} onClick={() => retry.mutate({ id })}>
              Send again{of}
            </Button>
          </>
        )}
        {state === 'failed' && draftId && (
          <Button onClick={() => compose({ kind: 'draft', id: draftId })}>Open the draft{of}</Button>
        )}
      </div>
    </li>
  )
}
