import { useState } from 'react'
import History_ from 'lucide-react/icons/history'
import Pencil from 'lucide-react/icons/pencil'
import Plus from 'lucide-react/icons/plus'
import { listSessions, type PastSession, type SessionRecord } from '#modules/focus/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { countOf, dayAndTime, fullDate } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { lengthInWords, modeName } from '../words.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { LogDialog } from './log-dialog.tsx'

/** Sessions of before; each can be corrected, and what the clock saw stays beside it. */
export function History() {
  const sessions = useCursorList(listSessions, {})
  const [corrects, setCorrects] = useState<PastSession | null>(null)
  const [logs, setLogs] = useState(false)
  if (sessions.loading) return <Skeleton rows={4} label="Loading the history" />
  if (sessions.error && sessions.items.length === 0) return <ErrorState error={sessions.error} retry={sessions.retry} />
  const log = (
    <Button icon={Plus} className="self-start" onClick={() => setLogs(true)}>
      Write one down
    </Button>
  )
  return (
    <>
      {sessions.items.length === 0 ? (
        <EmptyState
          icon={History_}
          accent="orange"
          title="Here stand your sessions, once you have had one."
          action={log}
          example="One without a clock can be written down: 40 minutes on the train, this morning."
        />
      ) : (
        <>
          {log}
          <ul className="sheet m-0 flex list-none flex-col p-0">
            {sessions.items.map((session) => (
              <Row key={session.id} session={session} onCorrect={() => setCorrects(session)} />
            ))}
          </ul>
          {sessions.hasMore && (
            <Button disabled={sessions.loadingMore} onClick={sessions.loadMore}>
              Show older ones
            </Button>
          )}
        </>
      )}
      {corrects && <CorrectDialog session={corrects} onClose={() => setCorrects(null)} />}
      {logs && <LogDialog onClose={() => setLogs(false)} />}
    </>
  )
}

function Row({ session, onCorrect }: { session: PastSession; onCorrect: () => void }) {
  const { counts, corrections, mode, byHand, distractions, reached, together } = session
  const title = titleOf(session)
  return (
    <li className="flex flex-col gap-1 border-b border-line-soft px-4 py-3 last:border-b-0">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className={counts.leftOut ? 'font-medium line-through' : 'font-medium'}>{title}</p>
          <p className="text-sm text-ink-soft">
            <time dateTime={counts.startedAt} title={fullDate(counts.startedAt)}>
              {dayAndTime(counts.startedAt)}
            </time>
            , {lengthInWords(counts.workedSeconds)}
          </p>
        </div>
        <IconButton quiet icon={Pencil} label={`Correct: ${title}`} onClick={onCorrect} />
      </div>
      <div className="flex flex-wrap gap-1.5">
        <Chip>{byHand ? 'By hand' : modeName[mode]}</Chip>
        {reached && <Chip accent="green">came to the bell</Chip>}
        {together && <Chip accent="lilac">with somebody</Chip>}
        {distractions > 0 && <Chip>{distractions} parked</Chip>}
        {counts.leftOut && <Chip>left out</Chip>}
      </div>
      {corrections.length > 0 && (
        <details>
          <summary className="min-h-6 text-sm">Corrected {countOf(corrections.length, 'time')}</summary>
          <ol className="m-0 flex list-none flex-col gap-1 p-0 pt-1 text-sm text-ink-soft">
            <li>By the clock: {recordInWords(session.original)}</li>
            {corrections.map(({ at, note, record }) => (
              <li key={at}>
                {dayAndTime(at)}: {recordInWords(record)}
                {note && `. ${note}`}
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  )
}

/** What a session was for. */
export function titleOf({ counts, intention }: PastSession): string {
  if (counts.taskId) return counts.taskTitle ?? 'A task that is gone'
  return intention || 'Focus'
}

function recordInWords({ startedAt, workedSeconds, taskTitle, leftOut }: SessionRecord): string {
  const words = `${lengthInWords(workedSeconds)} from ${dayAndTime(startedAt)}`
  return [words, taskTitle && `on ${taskTitle}`, leftOut && 'left out'].filter(Boolean).join(', ')
}
