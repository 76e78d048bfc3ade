import { lazy, Suspense, useEffect, useState } from 'react'
import { useRouterState } from '@tanstack/react-router'
import Square from 'lucide-react/icons/square'
import type { TimeEntry } from '#modules/tasks/contract.ts'
import { useGamesAndPrompts } from '#ui/data/use-games-and-prompts.ts'
import { keysInWords } from '#ui/kbd.tsx'
import { useKeysOf } from '#ui/keyboard/key-map.ts'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { showToast } from '#ui/toasts.ts'
import { clockWords } from './time-words.ts'
import { useTimer, useTimerMoves } from './use-timer.ts'
import { watchIdle } from './watch-idle.ts'

const AwayDialog = lazy(() => import('./away-dialog.tsx').then((module) => ({ default: module.AwayDialog })))
const LongDialog = lazy(() => import('./long-dialog.tsx').then((module) => ({ default: module.LongDialog })))

/** The running timer, on every page; a press or a key stops it. */
export function Bar() {
  const { data, dataUpdatedAt } = useTimer()
  const moves = useTimerMoves()
  const openTask = useRouterState({
    select: (state) => /^\/tasks\/([0-9a-f-]{36})$/.exec(state.location.pathname)?.[1],
  })
  const timer = data?.timer ?? null
  useShortcuts({
    'tasks.timer': () => {
      if (timer && (!openTask || timer.taskId === openTask)) void moves.stop()
      else if (openTask) void moves.start(openTask)
      else showToast({ message: 'Open a task first: the timer runs for one' })
    },
  })
  return timer ? <Running key={timer.id} timer={timer} readAt={dataUpdatedAt} long={data?.long ?? false} /> : null
}

function Running({ timer, readAt, long }: { timer: TimeEntry; readAt: number; long: boolean }) {
  const moves = useTimerMoves()
  const prompts = useGamesAndPrompts()
  const keys = useKeysOf('tasks.timer')
  const seconds = timer.seconds + useSecondsSince(readAt)
  const [away, setAway] = useState<{ since: number; until: number } | null>(null)
  const [asked, setAsked] = useState(false)
  const name = `Stop the timer: ${timer.taskTitle ?? 'a task'}`
  useEffect(() => {
    if (!prompts) return
    return watchIdle((since) => setAway({ since: Math.max(since, Date.parse(timer.startedAt)), until: Date.now() }))
  }, [timer, prompts])
  return (
    <>
      <button
        type="button"
        data-clock
        title={keys ? `${name} (${keysInWords(keys)})` : name}
        className="press inline-flex min-h-9 items-center gap-1.5 bg-green px-2 font-mono text-sm font-bold text-on-accent tabular-nums"
        onClick={() => void moves.stop()}
      >
        <span className="max-md:hidden">
          <Square size={14} aria-hidden />
        </span>
        <span className="sr-only">{name}, </span>
        {clockWords(seconds)}
      </button>
      <Suspense>
        {away && <AwayDialog timer={timer} away={away} onClose={() => setAway(null)} />}
        {long && !away && !asked && <LongDialog timer={timer} seconds={seconds} onClose={() => setAsked(true)} />}
      </Suspense>
    </>
  )
}

/** Whole seconds since something was read. */
function useSecondsSince(readAt: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(ticking)
  }, [])
  return Math.max(0, Math.floor((now - readAt) / 1000))
}
