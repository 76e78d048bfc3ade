import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { MessageSummary } from '#modules/mail/contract.ts'
import type { RuleActions } from '#modules/mail/contract/rules.ts'
import { Button } from '#ui/button.tsx'
import { countOf, shortDate } from '#ui/format.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { useLabels } from '../labels.ts'
import { actionsInWords, inRow } from './actions-in-words.ts'
import type { Trial, useTrial } from './use-trial.ts'

const FIRST = 5

/** What a rule would do with the mail there is: how much of it, with examples. Nothing is changed. */
export function TrialNote({ trial, actions }: { trial: ReturnType<typeof useTrial>; actions: RuleActions }) {
  const { byId } = useLabels()
  const { data, error, isEmpty, isBehind } = trial
  const done = actionsInWords({ ...actions, makeTask: false }, (id) => byId.get(id)?.name)
  return (
    <section aria-label="What it means for past mail" className="flex flex-col gap-3 rounded-box bg-sunken p-3">
      <p role="status" className="font-semibold">
        {isEmpty
          ? 'Say which mail is meant, and it is shown here.'
          : isBehind
            ? 'Looking through your mail'
            : data
              ? sentenceOf(data, done)
              : 'This cannot be tried yet.'}
      </p>
      {!isEmpty && !isBehind && error && <ProblemNote error={error} />}
      {!isEmpty && data && data.items.length > 0 && <Examples key={data.items[0]!.id} items={data.items} />}
    </section>
  )
}

function sentenceOf({ matched, scanned, complete }: Trial, done: string[]): string {
  const all = complete ? countOf(scanned, 'message') : `the newest ${countOf(scanned, 'message')}`
  if (matched === 0) return `None of ${all} matches.`
  const some = `${matched.toLocaleString()} of ${all}`
  return done.length > 0 ? `${some} would be ${inRow(done)}.` : `${some} ${matched === 1 ? 'matches' : 'match'}.`
}

function Examples({ items }: { items: MessageSummary[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? items : items.slice(0, FIRST)
  return (
    <>
      <ul aria-label="Examples, newest first" className="m-0 flex list-none flex-col gap-1 p-0">
        {shown.map(({ id, threadId, from, subject, date }) => (
          <li key={id} className="flex items-baseline gap-2 text-sm">
            <Link
              to="/inbox/{-$threadId}"
              params={{ threadId }}
              search={{ message: id }}
              target="_blank"
              className="flex min-h-6 min-w-0 flex-1 items-baseline gap-2 text-ink"
            >
              <span className="max-w-[40%] shrink-0 truncate font-semibold">
                {from?.name || from?.address || 'Unknown sender'}
              </span>
              <span className="truncate">{subject || 'No subject'}</span>
            </Link>
            <time dateTime={date} className="shrink-0 text-ink-soft tabular-nums">
              {shortDate(date)}
            </time>
          </li>
        ))}
      </ul>
      {!all && items.length > FIRST && (
        <Button className="self-start" onClick={() => setAll(true)}>
          Show {countOf(items.length - FIRST, 'more')}
        </Button>
      )}
    </>
  )
}
