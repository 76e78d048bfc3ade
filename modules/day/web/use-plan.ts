import { planDay, type Ritual } from '#modules/day/contract.ts'
import { showToast } from '#ui/toasts.ts'
import { useDayCommand } from './use-day.ts'

/** More is a list, not a plan. */
export const MOST_THINGS = 3

/** Takes things into the day and out of it, each with a way back. */
export function usePlan({ taskIds }: Pick<Ritual, 'taskIds'>, zone: string) {
  const plan = useDayCommand(planDay)
  const set = (next: string[], message?: string) =>
    plan.mutate(
      { taskIds: next, zone },
      {
        onSuccess: () => message && showToast({ message, undo: () => plan.mutate({ taskIds, zone }) }),
      },
    )
  return {
    full: taskIds.length >= MOST_THINGS,
    has: (id: string) => taskIds.includes(id),
    add: (id: string, title: string) =>
      set([...taskIds, id].slice(0, MOST_THINGS), `One of the things of today: ${title}`),
    remove: (id: string, title: string) =>
      set(
        taskIds.filter((other) => other !== id),
        `Not for today: ${title}`,
      ),
  }
}
