import { useSearch } from '@tanstack/react-router'
import ChartColumn from 'lucide-react/icons/chart-column'
import { readWorkStatistics, type WorkStatistics } from '#modules/insights/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Column, PageHead } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { BucketChart } from './bucket-chart.tsx'
import { Figures } from './figures.tsx'
import { ModelSection } from './model-section.tsx'
import { minutesInWords } from './words.ts'

/** How days or weeks went, and what was learned of how long tasks take: of this person alone. */
export function Page() {
  const search = useSearch({ strict: false }) as { unit?: unknown }
  const unit = search.unit === 'week' ? 'week' : 'day'
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const statistics = useOperation(readWorkStatistics, { unit, zone })
  return (
    <>
      <PageHead title="Insights" accent="green">
        <Tabs
          label="Counted by"
          to="/insights"
          tabs={[
            { label: 'Four weeks by day', search: {}, active: unit === 'day' },
            { label: 'Twelve weeks', search: { unit: 'week' }, active: unit === 'week' },
          ]}
        />
      </PageHead>
      <Column>
        <p className="text-ink-soft">Of your own tasks. Nobody else sees this page.</p>
        {statistics.isPending && <Skeleton rows={5} label="Counting" />}
        {statistics.isError && !statistics.data && (
          <ErrorState error={statistics.error} retry={() => void statistics.refetch()} />
        )}
        {statistics.data && <Statistics statistics={statistics.data} />}
      </Column>
    </>
  )
}

function Statistics({ statistics }: { statistics: WorkStatistics }) {
  if (!statistics.any) {
    return (
      <EmptyState
        icon={ChartColumn}
        accent="green"
        title="Here stands how your days go, once you have a task."
        example="Capture one in the bar on top. Time spent on tasks that are done says how long the next ones take."
      />
    )
  }
  const { buckets, figures, unit } = statistics
  const anyPlanned = buckets.some(({ plannedTasks }) => (plannedTasks ?? 0) > 0)
  return (
    <>
      <Section title="In these days">
        <Figures figures={figures} />
      </Section>
      <Section title="Made and done" hint={`Tasks by ${unit}. Hatched is before your first task or still to come.`}>
        <BucketChart
          label={`Tasks made and done by ${unit}`}
          buckets={buckets}
          series={[
            { label: 'Made', accent: 'lilac', valueOf: ({ created }) => created },
            { label: 'Done', accent: 'green', valueOf: ({ done }) => done },
          ]}
          inWords={(value) => value.toLocaleString()}
        />
      </Section>
      <Section title="Estimates and time spent" hint="Of tasks that have both, on the day they were done.">
        {anyPlanned ? (
          <BucketChart
            label={`Estimated and spent minutes by ${unit}`}
            buckets={buckets}
            series={[
              { label: 'Estimated', accent: 'yellow', valueOf: ({ plannedMinutes }) => plannedMinutes },
              { label: 'Spent', accent: 'orange', valueOf: ({ actualMinutes }) => actualMinutes },
            ]}
            inWords={minutesInWords}
          />
        ) : (
          <p data-state="empty">No task that was done in these days has both an estimate and time spent.</p>
        )}
      </Section>
      <ModelSection />
    </>
  )
}
