import {
  extendSession,
  finishSession,
  pauseSession,
  resumeSession,
  startWork,
  takeBreak,
  type FocusSession,
} from '#modules/focus/contract.ts'
import { announce } from '#ui/announce.ts'
import { useGamesAndPrompts } from '#ui/data/use-games-and-prompts.ts'
import { showToast } from '#ui/toasts.ts'
import { lengthInWords } from '../words.ts'
import { useSessionCommand } from './use-focus.ts'

/** What can be done with a session that runs. */
export function useSessionMoves() {
  const run = useSessionCommand()
  const games = useGamesAndPrompts()
  const told = async (work: Promise<FocusSession | null>, words: (session: FocusSession) => string) => {
    const session = await work
    if (session) announce(words(session))
    return session
  }
  return {
    pause: ({ id }: FocusSession) => told(run(pauseSession, { id }), () => 'Paused'),
    resume: ({ id }: FocusSession) => told(run(resumeSession, { id }), () => 'It goes on'),
    rest: ({ id }: FocusSession, overtime?: 'count' | 'leave-out') =>
      told(
        run(takeBreak, { id, ...(overtime && { overtime }) }),
        ({ plannedSeconds }) => `Break, ${lengthInWords(plannedSeconds ?? 0)}`,
      ),
    work: ({ id }: FocusSession, overtime?: 'count' | 'leave-out') =>
      told(run(startWork, { id, ...(overtime && { overtime }) }), ({ cycle }) => `Work, round ${cycle}`),
    extend: ({ id }: FocusSession, minutes = 5) =>
      told(run(extendSession, { id, minutes }), () => `${minutes} more minutes`),
    finish: async ({ id }: FocusSession, overtime?: 'count' | 'leave-out') => {
      const session = await run(finishSession, { id, ...(overtime && { overtime }) })
      const kept = session && `${lengthInWords(session.workedSeconds)} of focus are kept`
      if (kept) showToast({ message: games ? kept : 'Finished' })
      return session
    },
  }
}
