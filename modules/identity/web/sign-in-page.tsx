import { useEffect, useEffectEvent, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { openLink } from '#modules/identity/contract.ts'
import { ProblemError } from '#client/problem-error.ts'
import { Button } from '#ui/button.tsx'
import { usePageTitle } from '#ui/page.tsx'
import { api } from '#ui/data/api.ts'
import { takeSecret } from './take-secret.ts'

type State = { name: 'opening' } | { name: 'waiting' } | { name: 'failed'; error: unknown; secret: string }

/** Opens a one-time link, or says how to get one. */
export function Page() {
  usePageTitle('Sign in')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const { left } = useSearch({ strict: false }) as { left?: string }
  const [state, setState] = useState<State>({ name: 'opening' })

  const open = (secret: string) => {
    setState({ name: 'opening' })
    api.call(openLink, { secret }).then(
      () => {
        cache.clear()
        void navigate({ to: '/', replace: true })
      },
      (error: unknown) => setState({ name: 'failed', error, secret }),
    )
  }

  const begin = useEffectEvent(() => {
    const secret = takeSecret()
    if (secret) open(secret)
    else setState({ name: 'waiting' })
  })
  useEffect(() => begin(), [])

  return (
    <main className="hatch flex min-h-dvh items-center justify-center p-4">
      <div className="raised flex w-full max-w-120 flex-col gap-4 p-6 shadow-3 md:p-8">
        <p className="w-fit -rotate-2 border-2 border-line bg-yellow px-3 py-1 font-head text-2xl font-bold text-on-accent">
          Daybook
        </p>
        {state.name === 'opening' && (
          <div role="status" data-state="loading">
            <h1 className="text-xl">One moment</h1>
            <p>The link is being opened.</p>
          </div>
        )}
        {state.name === 'waiting' && <Waiting left={left === '1'} />}
        {state.name === 'failed' && <Failed error={state.error} retry={() => open(state.secret)} />}
      </div>
    </main>
  )
}

function Waiting({ left }: { left: boolean }) {
  return (
    <div data-state="empty" className="flex flex-col gap-4">
      <h1 className="text-xl">{left ? 'You are signed out' : 'Sign in with a link'}</h1>
      <p>Daybook gives you a link that works once. Ask for one where Daybook runs:</p>
      <LinkCommand />
    </div>
  )
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const problem = error instanceof ProblemError ? error.problem : null
  const worn = problem?.code === 'link-not-valid'
  return (
    <div role="alert" data-state="error" className="flex flex-col gap-4">
      <h1 className="text-xl">{worn ? 'This link has done its work' : 'The link could not be opened'}</h1>
      <p>{problem?.detail ?? 'Something broke on this page'}. Links work once and for ten minutes.</p>
      {worn ? (
        <>
          <p>Ask for a new one where Daybook runs:</p>
          <LinkCommand />
        </>
      ) : (
        <>
          {problem?.remedy && <p>{problem.remedy}</p>}
          <Button look="primary" className="self-start" onClick={retry}>
            Try again
          </Button>
        </>
      )}
      {problem?.requestId && (
        <p className="text-sm text-ink-soft">
          Request <code className="font-mono select-all">{problem.requestId}</code>
        </p>
      )}
    </div>
  )
}

function LinkCommand() {
  return (
    <>
      <pre
        tabIndex={0}
        aria-label="Command for a new link"
        className="m-0 overflow-x-auto rounded-box border-2 border-line bg-sunken p-3 font-mono"
      >
        npx daybook link
      </pre>
      <p className="text-ink-soft">Then open the address it prints, in this browser.</p>
    </>
  )
}
