import type { z } from 'zod'
import { listMembers } from '#modules/identity/contract.ts'
import type { AuditEntry, listAudit } from '#kernel/builtin/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { fullDate, shortDate } from '#ui/format.ts'
import { Skeleton } from '#ui/skeleton.tsx'

type Entry = z.infer<typeof AuditEntry>

interface AuditListProps {
  operation: typeof listAudit
  input: Record<string, string>
}

/** Entries of the audit log, newest first; each unfolds to all that is noted. */
export function AuditList({ operation, input }: AuditListProps) {
  const entries = useCursorList<Entry>(operation, input)
  const nameOf = useNames()
  if (entries.loading) return <Skeleton rows={4} label="Loading the audit log" />
  if (entries.error && entries.items.length === 0) return <ErrorState error={entries.error} retry={entries.retry} />
  if (entries.items.length === 0) {
    return (
      <p data-state="empty">
        {Object.keys(input).length > 0
          ? 'There is no entry of that sort.'
          : 'Nothing was done here yet that would be noted.'}
      </p>
    )
  }
  return (
    <>
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {entries.items.map((entry) => (
          <EntryRow key={`${entry.workspaceId} ${entry.n}`} entry={entry} nameOf={nameOf} />
        ))}
      </ul>
      {entries.error && <ErrorState error={entries.error} retry={entries.retry} />}
      {entries.hasMore && (
        <Button className="self-start" onClick={entries.loadMore} disabled={entries.loadingMore}>
          Earlier entries
        </Button>
      )}
    </>
  )
}

function EntryRow({ entry, nameOf }: { entry: Entry; nameOf: (id: string) => string }) {
  return (
    <li className="sheet">
      <details>
        <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 p-3">
          <span className="min-w-0 font-semibold break-all">{entry.operation}</span>
          <Chip accent={entry.outcome === 'ok' ? 'green' : 'orange'}>{entry.outcome}</Chip>
          <span className="text-sm text-ink-soft">
            {nameOf(entry.actorId)}
            {entry.asId && ` as ${nameOf(entry.asId)}`}, {entry.surface}, {shortDate(entry.at)}
          </span>
        </summary>
        <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line-soft p-3 text-sm">
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
    ...(entry.asId ? [['In place of', entry.asId] satisfies [string, string]] : []),
    ['Workspace', entry.workspaceId],
    ['Record', entry.subject ?? 'none'],
    ['Request', entry.requestId],
    ['Before', asText(entry.before)],
    ['After', asText(entry.after)],
  ]
}

function asText(value: unknown): string {
  return value === null || value === undefined ? 'nothing' : JSON.stringify(value)
}

/** Names of the people of this workspace; others are told by their id. */
function useNames(): (id: string) => string {
  const members = useOperation(listMembers, { limit: 200 }).data?.items ?? []
  return (id) => members.find((member) => member.id === id)?.name ?? id
}
