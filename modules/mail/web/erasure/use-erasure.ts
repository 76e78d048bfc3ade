import { useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { listJobs, type Job } from '#kernel/builtin/contract.ts'
import { announce } from '#ui/announce.ts'
import { forgetAnswersOf } from '#ui/data/kept-answers.ts'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { countOf } from '#ui/format.ts'
import { showProblem } from '#ui/toasts.ts'

const LATEST = { name: 'mail.erase-mailbox', limit: 1 } as const
/** How often it is looked how far it is. */
export const POLL_MILLISECONDS = 400

export const isErasing = ({ state }: Job): boolean => state === 'queued' || state === 'running'

/** The job that erases all mail: one that runs now, from wherever it was begun, or that ended while this page was open. */
export function useErasure() {
  const cache = useQueryClient()
  const [begun, setBegun] = useState<string | null>(null)
  const jobs = useOperation(listJobs, LATEST, {
    refetchInterval: (data) => {
      const latest = data?.items[0]
      return latest && (isErasing(latest) || (begun !== null && latest.id !== begun)) ? POLL_MILLISECONDS : false
    },
  })
  const latest = jobs.data?.items[0]
  const running = latest !== undefined && isErasing(latest)
  const seen = useRef<string | null>(null)
  const told = useRef<string | null>(null)
  useEffect(() => {
    if (!latest) return
    if (running) seen.current = latest.id
    else if ((seen.current === latest.id || begun === latest.id) && told.current !== latest.id) {
      told.current = latest.id
      announce(wordsOf(latest))
      void forgetAnswersOf('mail')
      void refreshModules(cache, ['mail', 'connections', 'notifications']).catch(showProblem)
    }
  }, [cache, latest, running, begun])

  return {
    /** Undefined while there is none to speak of. */
    job: latest && (running || seen.current === latest.id || begun === latest.id) ? latest : undefined,
    loading: jobs.isPending,
    error: jobs.error,
    retry: () => void jobs.refetch(),
    begin: (id: string) => {
      setBegun(id)
      void jobs.refetch()
    },
  }
}

/** How it ended, in a sentence. */
export function wordsOf({ state, progress }: Job): string {
  const erased = countOf(progress.done, 'message')
  if (state === 'done') return 'All your mail here is erased.'
  if (state === 'cancelled') return `Stopped: ${erased} erased, the rest is here.`
  return `It came to a halt: ${erased} erased, the rest is here.`
}
