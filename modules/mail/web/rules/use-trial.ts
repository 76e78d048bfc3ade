import { useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { ProblemError } from '#client/problem-error.ts'
import { tryRule } from '#modules/mail/contract/rules.ts'
import { api } from '#ui/data/api.ts'

/** A person types on for less than this. */
const PAUSE_MILLISECONDS = 400

export interface TrialInput {
  query: string
  connectionId: string | null
}

export type Trial = Awaited<ReturnType<typeof tryIt>>

/** Which past mail a condition matches. One trial is under way at a time: a large mailbox takes a while to look through. */
export function useTrial(input: TrialInput) {
  const [asked, setAsked] = useState(input)
  const isSame = asked.query === input.query && asked.connectionId === input.connectionId
  const trial = useQuery<Trial, ProblemError>({
    // Under no module's name: new mail that comes in meanwhile is no reason to look through all of it again.
    queryKey: ['rule-trial', asked],
    queryFn: () => tryIt(asked),
    enabled: !isEmpty(asked),
    retry: false,
    staleTime: 30_000,
  })
  const { isFetching } = trial
  useEffect(() => {
    if (isFetching || isSame) return
    const timer = setTimeout(() => setAsked(input), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [input, isSame, isFetching])
  return { ...trial, isEmpty: isEmpty(input), isBehind: !isSame || isFetching }
}

const tryIt = (input: TrialInput) => api.call(tryRule, input)

const isEmpty = ({ query, connectionId }: TrialInput) => query.trim() === '' && connectionId === null
