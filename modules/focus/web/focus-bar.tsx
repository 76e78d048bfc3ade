import { lazy, Suspense, useEffect, useRef } from 'react'
import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { hearBell, startSession } from '#modules/focus/contract.ts'
import { announce } from '#ui/announce.ts'
import { classNames } from '#ui/class-names.ts'
import { api } from '#ui/data/api.ts'
import { useGamesAndPrompts } from '#ui/data/use-games-and-prompts.ts'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { showToast } from '#ui/toasts.ts'
import { shownSeconds } from './clock/shown-seconds.ts'
import { useSessionMoves } from './clock/session-moves.ts'
import { useFocus, useLiveSession, useSessionCommand, type LiveSession } from './clock/use-focus.ts'
import { closePark, openPark, useParkOpen } from './thoughts/park-store.ts'
import { clockText, stateInWords } from './words.ts'

const ParkDialog = lazy(() => import('./thoughts/park-dialog.tsx').then((module) => ({ default: module.ParkDialog })))

/** The clock of a session that runs, on every page; its bell, its sound, and the keys that work everywhere. */
export function Bar() {
  const session = useLiveSession()
  const parks = useParkOpen()
  useBegin(session !== null)
  useShortcuts({ 'focus.park': openPark })
  return (
    <>
      {session && <Chip session={session} />}
      {session && <Bell session={session} />}
      {session && session.sound !== 'none' && <Sound session={session} />}
      {parks && (
        <Suspense>
          <ParkDialog onClose={closePark} />
        </Suspense>
      )}
    </>
  )
}

function Chip({ session }: { session: LiveSession }) {
  const shown = clockText(shownSeconds(session))
  return (
    <Link
      to="/focus"
      data-clock
      className={classNames(
        'press inline-flex min-h-9 items-center px-2 font-mono text-sm font-bold tabular-nums no-underline',
        session.state === 'paused'
          ? 'bg-surface text-ink'
          : classNames('text-on-accent', session.state === 'resting' ? 'bg-green' : 'bg-orange'),
      )}
    >
      <span className="sr-only">Focus: {session.state !== 'paused' && `${stateInWords(session)}, `}</span>
      {session.state === 'paused' ? 'Paused' : session.over ? `+${shown}` : shown}
    </Link>
  )
}

/** Says once, gently, that the time is over; wherever one is. */
function Bell({ session }: { session: LiveSession }) {
  const moves = useSessionMoves()
  const prompts = useGamesAndPrompts()
  const onPage = useRouterState({ select: (state) => state.location.pathname === '/focus' })
  const rang = useRef<string | null>(session.over ? bellOf(session) : null)
  useHeard(session)
  useEffect(() => {
    if (!session.over || rang.current === bellOf(session)) return
    rang.current = bellOf(session)
    const resting = session.state === 'resting'
    const over = resting ? 'The break is over' : 'The time is over'
    const offered = resting ? `${over}, whenever you are ready` : 'Time for a break'
    const message = prompts ? offered : over
    announce(message)
    if (session.sound !== 'none') void import('./sound.ts').then(({ ringBell }) => ringBell())
    if (onPage) return
    const run = () => void (resting ? moves.work(session) : moves.rest(session))
    showToast({ message, ...(prompts && { action: { label: resting ? 'Work again' : 'Take it', run } }) })
  })
  return null
}

/** Tells the server that this page has rung, so that no notification is needed. Whoever cannot be reached sends one. */
function useHeard(session: LiveSession): void {
  const { id, over } = session
  const bell = bellOf(session)
  useEffect(() => {
    if (over) void api.call(hearBell, { id }).catch(() => undefined)
  }, [id, over, bell])
}

const bellOf = ({ id, cycle, state, plannedSeconds }: LiveSession) => `${id} ${cycle} ${state} ${plannedSeconds}`

function Sound({ session }: { session: LiveSession }) {
  const { sound, state, over } = session
  const heard = state === 'working' && !over ? sound : 'none'
  useEffect(() => {
    if (heard !== 'rain' && heard !== 'ticks') return
    const left = new AbortController()
    void import('./sound.ts').then(({ playWhile }) => playWhile(heard, left.signal))
    return () => left.abort()
  }, [heard])
  return null
}

/** Two keys from anywhere: a session of the usual kind, for the task that is open. */
function useBegin(runs: boolean): void {
  const navigate = useNavigate()
  const focus = useFocus()
  const command = useSessionCommand()
  const taskId = useRouterState({ select: (state) => /^\/tasks\/([0-9a-f-]{36})$/.exec(state.location.pathname)?.[1] })
  useShortcuts({
    'focus.begin': () => {
      void navigate({ to: '/focus' })
      if (!runs && focus.data) void command(startSession, { ...focus.data.last, ...(taskId && { taskId }) })
    },
  })
}
