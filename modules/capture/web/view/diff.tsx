import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import Check from 'lucide-react/icons/check'
import Trash2 from 'lucide-react/icons/trash-2'
import {
  chooseItems,
  closeCapture,
  deleteCapture,
  reopenCapture,
  restoreCapture,
  type Capture,
} from '#modules/capture/contract.ts'
import type { CaptureDiffItem } from '#modules/tasks/contract.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { Section } from '#ui/section.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { acceptChosen, takeBack } from './accept-chosen.ts'
import { settled } from './line-saves.ts'
import { DiffItem } from './diff-item.tsx'
import { kindIcon } from '../words.ts'

/** What would be made, piece by piece: all of it, some, or changed. Nothing is made before it is accepted here. */
export function Diff({
  capture,
  diff,
  onChanged,
}: {
  capture: Capture
  diff: readonly CaptureDiffItem[]
  onChanged: () => void
}) {
  const { id } = capture
  const navigate = useNavigate()
  const choose = useCommand(chooseItems, { onSuccess: onChanged })
  const close = useCommand(closeCapture, { onSuccess: onChanged })
  const reopen = useCommand(reopenCapture, { onSuccess: onChanged })
  const restore = useCommand(restoreCapture, { onSuccess: onChanged })
  const remove = useCommand(deleteCapture, {
    onSuccess: () => {
      showToast({ message: 'Deleted. It can be restored for 30 days.', undo: () => restore.mutate({ id }) })
      void navigate({ to: '/capture' })
    },
  })
  const accept = useMutation({
    mutationFn: () => acceptChosen(capture),
    networkMode: 'always',
    onSuccess: ({ message, anything }) => {
      onChanged()
      if (!anything) return announce(message)
      showToast({ message, undo: () => void takeBack(capture).then(onChanged, showProblem) })
    },
    onError: showProblem,
  })
  const left = capture.items.filter(({ accepted }) => !accepted)
  const chosen = left.filter((item) => item.chosen)
  const closed = capture.state === 'closed'
  /** What is being typed is saved first, so that what is made is what stands there. */
  const acceptNow = () => {
    if (chosen.length > 0 && !accept.isPending) void settled().then(() => accept.mutate())
  }
  useShortcuts({ 'capture.accept': acceptNow }, !closed)

  if (capture.items.length === 0)
    return <EmptyState icon={kindIcon.note} accent="pink" title="There was nothing in it to make anything of." />
  return (
    <Section
      title="What becomes of it"
      hint={
        closed
          ? 'You are done with this one. What was not accepted stays here.'
          : 'Untick what you do not want, change what is not right.'
      }
    >
      <ul className="m-0 flex list-none flex-col gap-3 p-0" aria-label="Pieces">
        {capture.items.map((item) => (
          <DiffItem
            key={item.id}
            item={item}
            becomes={diff.find(({ itemId }) => itemId === item.id)}
            locked={closed}
            onChanged={onChanged}
          />
        ))}
      </ul>
      <div className="sticky bottom-0 -mx-1 flex flex-wrap items-center gap-2 border-t-(length:--border) border-line bg-paper px-1 py-3">
        {closed ? (
          left.length > 0 && <Button onClick={() => reopen.mutate({ id })}>Take it up again</Button>
        ) : (
          <>
            <Button look="primary" icon={Check} disabled={chosen.length === 0 || accept.isPending} onClick={acceptNow}>
              {`Accept ${chosen.length}`}
            </Button>
            <Button onClick={() => choose.mutate({ id, chosen: true })}>All</Button>
            <Button onClick={() => choose.mutate({ id, chosen: false })}>None</Button>
            <Button onClick={() => close.mutate({ id })}>Done with it</Button>
          </>
        )}
        <IconButton
          label="Delete this capture"
          icon={Trash2}
          className="ml-auto"
          onClick={() => remove.mutate({ id })}
        />
      </div>
    </Section>
  )
}
