import { useDeferredValue, useState } from 'react'
import { listAudit, type AuditEntry } from '#kernel/builtin/contract.ts'
import type { z } from 'zod'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { fullDate, shortDate } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '../parts/text-field.tsx'

type Entry = z.infer<typeof AuditEntry>

/** Who did what, newest first; the chain of entries is checked by `daybook verify`. */
export function Pane() {
  const [text, setText] = useState('')
  const operation = useDeferredValue(text.trim())
  const entries = useCursorList<Entry & { id: string }>(listAudit as never, operation ? { operation } : {})
  return (
    <Section title="Audit log" hint="Every change and every refusal. Nobody can alter an entry without being noticed.">
      <TextField
        label="Operation"
        type="search"
        placeholder="tasks.create"
        className="max-w-100"
        value={text}
        onValue={setText}
      />
      {entries.loading && <Skeleton rows={4} label="Loading the audit log" />}
      {entries.error && <ErrorState error={entries.error} retry={entries.retry} />}
      {!entries.loading && !entries.error && entries.items.length === 0 && (
        <p data-state="empty">
          {operation ? 'There is no entry of that operation.' : 'Nothing was done here yet that would be noted.'}
        </p>
      )}
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {entries.items.map((entry) => (
          <EntryRow key={entry.n} entry={entry} />
        ))}
      </ul>
      {entries.hasMore && (
        <Button className="self-start" onClick={entries.loadMore} disabled={entries.loadingMore}>
          Earlier entries
        </Button>
      )}
    </Section>
  )
}

function EntryRow({ entry }: { entry: Entry }) {
  return (
    <li className="sheet p-3">
      <details>
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold">{entry.operation}</span>
          <Chip accent={entry.outcome === 'ok' ? 'green' : 'orange'}>{entry.outcome}</Chip>
          <span className="text-sm text-ink-soft">
            {entry.surface}, {shortDate(entry.at)}
          </span>
        </summary>
        <dl className="mt-3 mb-0 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
          {details(entry).map(([name, value]) => (
            <div key={name} className="col-span-full grid grid-cols-subgrid">
              <dt className="font-semibold">{name}</dt>
              <dd className="m-0 min-w-0 font-mono break-all">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  )
}

function details(entry: Entry): [string, string][] {
  return [
    ['When', fullDate(entry.at)],
    ['Who', entry.actorId],
    ['Record', entry.subject ?? 'none'],
    ['Request', entry.requestId],
    ['Before', asText(entry.before)],
    ['After', asText(entry.after)],
  ]
}

function asText(value: unknown): string {
  return value === null || value === undefined ? 'nothing' : JSON.stringify(value)
}
