import { Link } from '@tanstack/react-router'
import { getCompass, type Compass } from '#modules/day/contract.ts'
import { accentBackground } from '#ui/accent.ts'
import { classNames } from '#ui/class-names.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import type { Accent } from '#ui/define-web-module.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { countOf } from '#ui/format.ts'
import { Column, PageHead } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useDaySettings } from '../use-day.ts'

const WEEKS = 8
const OTHER = 'Elsewhere'

/** How done tasks spread over the zones of a life, week by week. Zero is a number as others. */
export function Page() {
  const { zone, known } = useDaySettings()
  const compass = useOperation(getCompass, { weeks: WEEKS, zone }, { enabled: known })
  return (
    <>
      <PageHead title="Compass" accent="lilac" />
      <Column>
        {compass.isPending && <Skeleton rows={4} label="Loading the compass" />}
        {compass.isError && !compass.data && <ErrorState error={compass.error} retry={() => void compass.refetch()} />}
        {compass.data && <Balance compass={compass.data} />}
      </Column>
    </>
  )
}

function Balance({ compass }: { compass: Compass }) {
  const colors = new Map<string | null, Accent>(compass.zones.map(({ name, color }) => [name, color]))
  return (
    <>
      <p>
        {compass.text}{' '}
        <Link to="/settings/{-$pane}" params={{ pane: 'day' }} className="underline">
          Change the zones
        </Link>
      </p>
      <Section title={`The last ${WEEKS} weeks`}>
        <ul aria-label="Zones" className="m-0 grid list-none gap-3 p-0 sm:grid-cols-2">
          {compass.totals.map(({ zone, tasks, minutes }) => (
            <li key={zone ?? OTHER} className="sheet flex items-center gap-3 p-3">
              <span className={classNames('size-6 shrink-0 border-2 border-line', background(colors.get(zone)))} />
              <span className="min-w-0 flex-1 font-semibold wrap-anywhere">{zone ?? OTHER}</span>
              <span className="text-sm tabular-nums">
                {countOf(tasks, 'task')}
                {minutes > 0 && `, ${minutes} min`}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Week by week" hint="Tasks that were noted as done. The last week is not whole yet.">
        <div role="region" aria-label="Weeks and zones" tabIndex={0} className="sheet overflow-x-auto p-4">
          <table className="w-full border-collapse text-sm tabular-nums">
            <caption className="sr-only">Tasks done by week and zone</caption>
            <thead>
              <tr>
                <th scope="col" className="py-1 text-left">
                  Week from
                </th>
                {compass.totals.map(({ zone }) => (
                  <th key={zone ?? OTHER} scope="col" className="px-2 py-1 text-right">
                    {zone ?? OTHER}
                  </th>
                ))}
                <th scope="col" className="w-2/5 py-1 pl-3 text-left max-sm:hidden">
                  Share
                </th>
              </tr>
            </thead>
            <tbody>
              {compass.weeks.toReversed().map((week) => (
                <Week key={week.from} week={week} zones={compass.totals.map(({ zone }) => zone)} colors={colors} />
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </>
  )
}

interface WeekProps {
  week: Compass['weeks'][number]
  zones: readonly (string | null)[]
  colors: ReadonlyMap<string | null, Accent>
}

function Week({ week, zones, colors }: WeekProps) {
  const countIn = (zone: string | null) => week.shares.find((share) => share.zone === zone)?.tasks ?? 0
  const all = week.shares.reduce((sum, { tasks }) => sum + tasks, 0)
  return (
    <tr className="border-t border-line-soft">
      <th scope="row" className="py-1.5 text-left font-normal whitespace-nowrap">
        {week.from}
      </th>
      {zones.map((zone) => (
        <td key={zone ?? OTHER} className="px-2 py-1.5 text-right">
          {countIn(zone)}
        </td>
      ))}
      <td aria-hidden className="py-1.5 pl-3 max-sm:hidden">
        <span className="flex h-5 w-full border border-line bg-sunken">
          {zones.map((zone) => {
            const tasks = countIn(zone)
            return tasks === 0 ? null : (
              <span
                key={zone ?? OTHER}
                className={classNames('border-r border-line last:border-0', background(colors.get(zone)))}
                style={{ width: `${(100 * tasks) / all}%` }}
              />
            )
          })}
        </span>
      </td>
    </tr>
  )
}

function background(accent: Accent | undefined): string {
  return accent ? accentBackground(accent) : 'bg-surface'
}
