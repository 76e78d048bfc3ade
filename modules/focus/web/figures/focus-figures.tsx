import ChartColumn from 'lucide-react/icons/chart-column'
import {
  readFocusStatistics,
  type FocusBucket,
  type FocusFigure,
  type FocusStatistics,
} from '#modules/focus/contract.ts'
import { BarChart } from '#ui/bar-chart.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import type { Accent } from '#ui/define-web-module.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { lengthInWords } from '../words.ts'

/** What sessions of four weeks come to, each figure with how many sessions it is made of. */
export function FocusFigures() {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const statistics = useOperation(readFocusStatistics, { zone })
  if (statistics.isPending) return <Skeleton rows={4} label="Counting" />
  if (!statistics.data) return <ErrorState error={statistics.error} retry={() => void statistics.refetch()} />
  if (!statistics.data.any)
    return (
      <EmptyState
        icon={ChartColumn}
        accent="orange"
        title="Here stands when you focus, once you have had a session."
        example="Five sessions say more than one; a part of a session counts as well."
      />
    )
  return <Figures statistics={statistics.data} />
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

function Figures({ statistics }: { statistics: FocusStatistics }) {
  const { figures, days, hours, weekdays: week, labels } = statistics
  return (
    <>
      <p className="text-ink-soft">Of four weeks, and yours alone. Rest counts too: an empty day is just that.</p>
      <ul className="m-0 grid list-none gap-3 p-0 md:grid-cols-2">
        {figures.map((figure) => (
          <li key={figure.name} className="sheet flex flex-col gap-1 p-3">
            <span className="flex items-baseline justify-between gap-2">
              <span className="font-semibold">{figure.label}</span>
              <span className="font-head text-xl font-bold tabular-nums">{valueInWords(figure)}</span>
            </span>
            <span className="text-sm text-ink-soft">
              {figure.definition} <span className="whitespace-nowrap">n = {figure.n.toLocaleString()}.</span>
            </span>
          </li>
        ))}
      </ul>
      <Chart title="By day" accent="orange" of="Day" buckets={days} nameOf={dayName} newestFirst />
      <Chart title="By hour of the day" accent="yellow" of="Hour" buckets={hours} nameOf={hourName} />
      <Chart title="By weekday" accent="lilac" of="Weekday" buckets={week} nameOf={(key) => weekdays[Number(key)]!} />
      {labels.length > 0 && (
        <Chart
          title="By label"
          hint="A session counts for each label of its task."
          accent="green"
          of="Label"
          buckets={labels.slice(0, MOST_LABELS)}
          nameOf={(key) => (key === '' ? 'No label' : `#${key}`)}
        />
      )}
    </>
  )
}

const MOST_LABELS = 20

interface ChartProps {
  title: string
  hint?: string
  accent: Accent
  of: string
  buckets: readonly FocusBucket[]
  nameOf: (key: string) => string
  newestFirst?: boolean
}

function Chart({ title, hint, accent, of, buckets, nameOf, newestFirst = false }: ChartProps) {
  return (
    <Section title={title} {...(hint && { hint })}>
      <BarChart
        label={`Focus ${title.toLowerCase()}`}
        of={of}
        bars={buckets.map(({ key, minutes, n }) => ({ key, name: nameOf(key), aside: `n = ${n}`, values: [minutes] }))}
        series={[{ label: 'Focus', accent }]}
        ends={[nameOf(buckets[0]!.key), nameOf(buckets.at(-1)!.key)]}
        newestFirst={newestFirst}
        inWords={(minutes) => minutesInWords(minutes)}
      />
    </Section>
  )
}

const minutesInWords = (minutes: number): string => (minutes === 0 ? '0 min' : lengthInWords(minutes * 60))

const dayFormat = new Intl.DateTimeFormat(undefined, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})

const dayName = (key: string): string => dayFormat.format(new Date(key))

const hourName = (key: string): string => `${key.padStart(2, '0')}:00`

function valueInWords({ value, unit }: FocusFigure): string {
  if (value === null) return '–'
  if (unit === 'minutes') return minutesInWords(value)
  if (unit === 'percent') return `${Math.round(value)} %`
  return `${value.toLocaleString(undefined, { maximumFractionDigits: 1 })} an hour`
}
