import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import LogOut from 'lucide-react/icons/log-out'
import Monitor from 'lucide-react/icons/monitor'
import { listSessions, revokeOtherSessions, revokeSession, signOut, type Session } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { countOf, shortDate } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { browserName } from './browser-name.ts'

/** The browsers that are signed in; each can be ended, this one too. */
export function SessionList() {
  const sessions = useOperation(listSessions, {})
  return (
    <Section title="Sessions" hint="Browsers and programs that are signed in as you. End one you do not know.">
      {sessions.isPending && <Skeleton rows={2} label="Loading the sessions" />}
      {sessions.isError && <ErrorState error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.data?.items.length === 0 && (
        <p data-state="empty">No browser is signed in by a link. You may be here with a token.</p>
      )}
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {sessions.data?.items.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {sessions.data && sessions.data.items.some((session) => !session.current) && <EndOthers />}
    </Section>
  )
}

function SessionRow({ session }: { session: Session }) {
  const cache = useQueryClient()
  const navigate = useNavigate()
  const leave = useCommand(signOut, {
    onSuccess: () => {
      cache.clear()
      void navigate({ to: '/sign-in', search: { left: '1' } })
    },
  })
  const revoke = useCommand(revokeSession, {
    onSuccess: () => {
      showToast({ message: 'The session is ended' })
      void cache.invalidateQueries({ queryKey: operationKey(listSessions) })
    },
  })
  return (
    <li className="sheet flex flex-wrap items-center gap-3 p-3">
      <Monitor size={20} aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          {browserName(session.userAgent)} {session.kind === 'client' && <Chip>program</Chip>}{' '}
          {session.current && <Chip accent="green">This one</Chip>}
        </p>
        <p className="text-sm text-ink-soft">
          Signed in {shortDate(session.createdAt)}, last here {shortDate(session.lastSeenAt)}
        </p>
      </div>
      {session.current ? (
        <Button icon={LogOut} onClick={() => leave.mutate({})} disabled={leave.isPending}>
          Sign out
        </Button>
      ) : (
        <Button onClick={() => revoke.mutate({ id: session.id })} disabled={revoke.isPending}>
          End
        </Button>
      )}
    </li>
  )
}

function EndOthers() {
  const cache = useQueryClient()
  const end = useCommand(revokeOtherSessions, {
    onSuccess: ({ ended }) => {
      showToast({ message: ended === 0 ? 'There was no other session' : `${countOf(ended, 'session')} ended` })
      void cache.invalidateQueries({ queryKey: operationKey(listSessions) })
    },
  })
  return (
    <Button className="self-start" onClick={() => end.mutate({})} disabled={end.isPending}>
      End all others
    </Button>
  )
}
