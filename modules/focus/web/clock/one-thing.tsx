import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import Check from 'lucide-react/icons/check'
import { completeTask, getTask, listSteps, reopenTask, type Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { useGamesAndPrompts } from '#ui/data/use-games-and-prompts.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import type { LiveSession } from './use-focus.ts'

/** Just one thing: the next step of the task, and nothing beside it. */
export function OneThing({ session }: { session: LiveSession }) {
  if (session.taskId) return <OfTask taskId={session.taskId} />
  return session.intention ? (
    <p className="text-center font-head text-xl font-bold text-balance">{session.intention}</p>
  ) : null
}

function OfTask({ taskId }: { taskId: string }) {
  const cache = useQueryClient()
  const prompts = useGamesAndPrompts()
  const task = useOperation(getTask, { id: taskId })
  const steps = useOperation(listSteps, { taskId })
  const open = steps.data?.items.filter(isOpen) ?? []
  const thing = open[0] ?? task.data
  const refresh = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: operationKey(listSteps) }),
      cache.invalidateQueries({ queryKey: operationKey(getTask) }),
    ])
  const finish = async (done: Task) => {
    try {
      await api.call(completeTask, { id: done.id })
      const reopen = () => void api.call(reopenTask, { id: done.id }).then(refresh, showProblem)
      showToast({ message: `Done: ${done.title}`, undo: reopen })
    } catch (error) {
      showProblem(error)
    }
    await refresh()
  }
  useShortcuts({ 'focus.step': () => void (thing && isOpen(thing) && finish(thing)) })
  if (!thing || !task.data) return null

  const isStep = thing.id !== taskId
  return (
    <section aria-label="Just one thing" className="sheet flex flex-col gap-3 p-4 md:p-6">
      <p className="text-sm text-ink-soft">
        {isStep ? (
          <>
            A step of{' '}
            <Link to="/tasks/{-$taskId}" params={{ taskId }}>
              {task.data.title}
            </Link>
            {open.length > 1 && `, ${open.length - 1} more after it`}
          </>
        ) : (
          <Link to="/tasks/{-$taskId}" params={{ taskId }}>
            The task
          </Link>
        )}
      </p>
      <p className="font-head text-xl font-bold text-balance">{thing.title}</p>
      {isOpen(thing) ? (
        <Button look="accent" icon={Check} className="self-start" onClick={() => void finish(thing)}>
          Done
        </Button>
      ) : (
        <p>It is done.{prompts && ' Stay as long as you like, or finish here.'}</p>
      )}
    </section>
  )
}

const isOpen = ({ status }: Task): boolean => status !== 'done' && status !== 'dropped'
