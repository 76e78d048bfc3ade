import { readStatistics, type Statistics } from '#modules/activity/contract.ts'
import { accentBackground } from '#ui/accent.ts'
import { classNames } from '#ui/class-names.ts'
import type { Accent } from '#ui/define-web-module.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'

const figures: [name: keyof Statistics, label: string, accent: Accent][] = [
  ['users', 'people', 'yellow'],
  ['activeUsers', 'of them here in the last 30 days', 'green'],
  ['suspendedUsers', 'of them suspended', 'orange'],
  ['workspaces', 'workspaces', 'pink'],
  ['messages', 'messages', 'lilac'],
  ['tasks', 'tasks', 'green'],
  ['events', 'events noted', 'yellow'],
]

/** How much there is on this Daybook, in all workspaces. */
export function Pane() {
  const statistics = useOperation(readStatistics, {})
  return (
    <Section title="Statistics" hint="All workspaces of this Daybook together.">
      {statistics.isPending && <Skeleton rows={2} label="Loading the statistics" />}
      {statistics.isError && <ErrorState error={statistics.error} retry={() => void statistics.refetch()} />}
      {statistics.data && <Figures statistics={statistics.data} />}
    </Section>
  )
}

function Figures({ statistics }: { statistics: Statistics }) {
  return (
    <dl className="m-0 grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-3">
      {figures.map(([name, label, accent]) => (
        <div key={name} className="sheet flex flex-col-reverse justify-end overflow-hidden">
          <dt className="p-3 text-sm">{label}</dt>
          <dd
            className={classNames(
              'm-0 border-b-(length:--border) border-line px-3 py-2 font-head text-2xl font-bold text-on-accent tabular-nums',
              accentBackground(accent),
            )}
          >
            {statistics[name].toLocaleString()}
          </dd>
        </div>
      ))}
    </dl>
  )
}
