import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import Bell from 'lucide-react/icons/bell'
import type { Reminder } from '#modules/mail/contract/tidying.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import type { Accent } from '#ui/define-web-module.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { fullDate, shortDate } from '#ui/format.ts'
import { Column, PageHead } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { endOf, useEndedReminders, useRemind, useWaitingReminders } from './use-reminders.ts'

/** The mail that waits for an answer by a time, and how earlier reminders ended. */
export function Page() {
  const list = useWaitingReminders()
  const { cancel } = useRemind()
  return (
    <>
      <PageHead title="Reminders" accent="yellow" />
      <Column>
        {list.loading && <Skeleton rows={3} label="Loading the reminders" />}
        {list.error && list.items.length === 0 && <ErrorState error={list.error} retry={list.retry} />}
        {!list.loading && !list.error && list.items.length === 0 && (
          <EmptyState
            icon={Bell}
            title="No mail of yours waits for an answer."
            action={
              <Link to="/inbox/{-$threadId}" params={{}} search={{ place: 'sent' }} className={buttonClass()}>
                Go to what you sent
              </Link>
            }
            example="Open a message you sent and say by when you want an answer; without one it comes back on top."
          />
        )}
        <ul aria-label="Reminders that wait" className="m-0 flex list-none flex-col gap-2 p-0">
          {list.items.map((reminder) => (
            <Row key={reminder.id} reminder={reminder}>
              <Button onClick={() => void cancel(reminder)}>
                Cancel<span className="sr-only"> the reminder of {titleOf(reminder)}</span>
              </Button>
            </Row>
          ))}
        </ul>
        {list.hasMore && (
          <Button className="self-center" disabled={list.loadingMore} onClick={list.loadMore}>
            Show more
          </Button>
        )}
        <Over />
      </Column>
    </>
  )
}

const ends: Partial<Record<Reminder['state'], [Accent, string]>> = {
  answered: ['green', 'Answered'],
  due: ['orange', 'Came back'],
  cancelled: ['lilac', 'Cancelled'],
}

function Over() {
  const over = useEndedReminders(20) ?? []
  if (over.length === 0) return null
  return (
    <Section title="Lately">
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {over.map((reminder) => {
          const [accent, words] = ends[reminder.state]!
          return (
            <Row key={reminder.id} reminder={reminder}>
              <Chip accent={accent}>{words}</Chip>
              <time dateTime={endOf(reminder)} className="text-sm text-ink-soft tabular-nums">
                {shortDate(endOf(reminder))}
              </time>
            </Row>
          )
        })}
      </ul>
    </Section>
  )
}

function Row({ reminder, children }: { reminder: Reminder; children: ReactNode }) {
  const { threadId, messageId, note, state, dueAt } = reminder
  return (
    <li className="sheet flex flex-wrap items-center gap-3 p-3">
      <div className="min-w-0 flex-1 basis-48">
        <Link
          to="/inbox/{-$threadId}"
          params={{ threadId }}
          search={{ message: messageId }}
          className="block truncate font-semibold text-ink"
        >
          {titleOf(reminder)}
        </Link>
        <p className="text-sm break-words text-ink-soft">
          {state === 'waiting' && `By ${fullDate(dueAt)}`}
          {state === 'waiting' && note && ': '}
          {note}
        </p>
      </div>
      {children}
    </li>
  )
}

const titleOf = ({ subject }: Reminder) => subject || 'No subject'
