import { Link } from '@tanstack/react-router'
import type { Delegation } from '#modules/tasks/contract.ts'
import { Chip } from '#ui/chip.tsx'
import { fullDate, shortDate } from '#ui/format.ts'
import { DelegationAnswers } from './delegation-answers.tsx'
import { effortWords, modes, stateAccent, stateName } from './delegation-words.ts'
import { useMembers } from './members.ts'

/** One delegation: of which task, between whom, how it stands, and what one can answer. */
export function DelegationCard({ delegation, titled }: { delegation: Delegation; titled?: boolean }) {
  const { me, nameOf } = useMembers()
  const { state, mode, note, reason, taskId, taskTitle, updatedAt } = delegation
  const effort = effortWords(delegation)
  return (
    <li className="sheet flex flex-col gap-2 p-3">
      {titled && (
        <Link to="/tasks/{-$taskId}" params={{ taskId }} className="font-semibold wrap-anywhere text-ink">
          {taskTitle}
        </Link>
      )}
      <p className="flex flex-wrap items-center gap-2">
        <Chip accent={stateAccent[state]}>{stateName[state]}</Chip>
        <span className="min-w-0 wrap-anywhere">{between(delegation, nameOf)}</span>
        <time dateTime={updatedAt} title={fullDate(updatedAt)} className="ml-auto text-sm text-ink-soft tabular-nums">
          {shortDate(updatedAt)}
        </time>
      </p>
      {note && <p className="wrap-anywhere whitespace-pre-wrap">{note}</p>}
      {reason && <p className="wrap-anywhere whitespace-pre-wrap">Came back: {reason}</p>}
      {(effort || mode === 'do-with-me') && (
        <p className="text-sm text-ink-soft">
          {[mode === 'do-with-me' ? modes[mode].label : null, effort].filter(Boolean).join(', ')}
        </p>
      )}
      <DelegationAnswers delegation={delegation} me={me} />
    </li>
  )
}

function between(delegation: Delegation, nameOf: (id: string) => string): string {
  const { mode, personId, agentName, givenBy } = delegation
  if (mode === 'do') return `${nameOf(givenBy)}, alone`
  if (mode === 'delete') return `${nameOf(givenBy)} let it go`
  const asked = personId === null ? (agentName ?? 'An agent') : nameOf(personId)
  return `${nameOf(givenBy)} → ${asked}`
}
