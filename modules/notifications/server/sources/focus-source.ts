import { bellRang, getFocus } from '#modules/focus/contract.ts'
import type { Source } from './source.ts'

/** The bell of a focus session, where no page was open to ring it. */
export const focusSource: Source = {
  event: bellRang,
  async toNotice({ ask }, { subjectId, data }) {
    const { session } = await ask(getFocus, {})
    // Somebody has seen to it meanwhile.
    if (session?.id !== subjectId || session.bellAt !== data.bellAt) return null
    const about = session.taskTitle ?? session.intention
    const over = session.state === 'resting' ? 'The break is over' : workIsOver(session.plannedSeconds ?? 0)
    return {
      kind: 'focus',
      key: `focus ${subjectId} ${session.bellAt}`,
      title: about === '' ? over : `${over}: ${about.slice(0, 250)}`,
      detail: null,
      record: { kind: 'focus.session', id: subjectId },
    }
  },
}

function workIsOver(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} of focus are over`
}
