import { getBriefing, getRitual } from '#modules/day/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { PageHead } from '#ui/page.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { BriefingCards } from './briefing-cards.tsx'
import { DayLine } from './day-line.tsx'
import { EnergyCard } from './energy/energy-card.tsx'
import { HabitsCard } from './habits/habits-card.tsx'
import { NextUp } from './next-up.tsx'
import { RitualCard } from './ritual/ritual-card.tsx'
import { StillOpen } from './still-open.tsx'
import { Suggestions } from './suggestions.tsx'
import { ThreeThings } from './three-things.tsx'
import { useDaySettings } from './use-day.ts'
import { dateInWords } from './words.ts'

/** The day of a person: what is next, what is due, how they are, and what they plan. */
export function Page() {
  const settings = useDaySettings()
  const { zone, known } = settings
  const options = { enabled: known, refetchInterval: 60_000 }
  const ritual = useOperation(getRitual, { zone }, options)
  const briefing = useOperation(getBriefing, { zone }, options)
  const failed = (ritual.isError && !ritual.data && ritual) || (briefing.isError && !briefing.data && briefing)
  const ready = ritual.data && briefing.data
  return (
    <>
      <PageHead
        title="Today"
        accent="orange"
        aside={ritual.data && <span className="pb-1 text-sm font-semibold">{dateInWords(ritual.data.day)}</span>}
      >
        {briefing.data && <p className="max-w-160 text-sm font-medium">{briefing.data.text}</p>}
      </PageHead>
      {failed && (
        <ErrorState
          error={failed.error}
          retry={() => {
            void ritual.refetch()
            void briefing.refetch()
          }}
        />
      )}
      {!failed && !ready && <Skeleton rows={5} label="Loading your day" />}
      {ready && (
        <div className="mx-auto grid w-full max-w-300 gap-5 p-4 md:p-6 lg:grid-cols-[minmax(0,1fr)_360px]">
          <div className="flex min-w-0 flex-col gap-5">
            <RitualCard ritual={ritual.data} briefing={briefing.data} zone={zone} />
            <NextUp ritual={ritual.data} briefing={briefing.data} />
            <ThreeThings ritual={ritual.data} zone={zone} />
            <Suggestions ritual={ritual.data} briefing={briefing.data} zone={zone} />
            <StillOpen briefing={briefing.data} zone={zone} />
          </div>
          <div className="flex min-w-0 flex-col gap-5">
            <DayLine briefing={briefing.data} settings={settings} />
            <EnergyCard zone={zone} />
            <HabitsCard zone={zone} />
            <BriefingCards briefing={briefing.data} />
          </div>
        </div>
      )}
    </>
  )
}
