import { useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { AnyCall } from '#client/client.ts'
import { getFocus, type FocusSession } from '#modules/focus/contract.ts'
import { api } from '#ui/data/api.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { showProblem } from '#ui/toasts.ts'

/** A session with its clock as it is just now. */
export interface LiveSession extends FocusSession {
  /** Seconds until the bell, negative after it; null while it counts up or is paused. */
  left: number | null
  /** Whether the bell has rung. */
  over: boolean
}

/** The session that runs, as it was read last. */
export function useFocus() {
  return useOperation(getFocus, {})
}

/** The session that runs, a second after the other. */
export function useLiveSession(): LiveSession | null {
  const { data, dataUpdatedAt } = useFocus()
  const session = data?.session ?? null
  const runs = session !== null && session.state !== 'paused'
  const now = useSeconds(runs)
  if (!session) return null
  // The server's clock counts: this one only says how long ago it was read.
  const since = runs ? Math.max(0, (now - dataUpdatedAt) / 1000) : 0
  const left = session.bellAt && (Date.parse(session.bellAt) - Date.parse(session.now)) / 1000 - since
  const working = session.state === 'working'
  return {
    ...session,
    phaseSeconds: session.phaseSeconds + since,
    workedSeconds: session.workedSeconds + (working ? since : 0),
    left: left || left === 0 ? left : null,
    over: typeof left === 'number' && left <= 0,
  }
}

/** Calls a command on the session and shows at once what it has become. */
export function useSessionCommand() {
  const cache = useQueryClient()
  return async <Call>(operation: AnyCall<Call, FocusSession>, input: Call): Promise<FocusSession | null> => {
    try {
      const session = await api.call(operation, input)
      cache.setQueryData(operationKey(getFocus, {}), (before: object | undefined) =>
        before === undefined ? before : { ...before, session: session.state === 'ended' ? null : session },
      )
      return session
    } catch (error) {
      showProblem(error)
      return null
    } finally {
      void cache.invalidateQueries({ queryKey: operationKey(getFocus) })
    }
  }
}

function useSeconds(runs: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    if (!runs) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [runs])
  return now
}
