import { useQueryClient } from '@tanstack/react-query'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { gamesAndPrompts } from '#ui/data/use-games-and-prompts.ts'
import { useSwitchedSetting } from '#ui/data/use-switched-setting.ts'
import { Switch } from '#ui/switch.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useDaySettings } from '../use-day.ts'
import { Pauses } from './pauses.tsx'
import { RhythmForm } from './rhythm-form.tsx'
import { ZonesForm } from './zones-form.tsx'

/** What a person says about their days: what is shown, when they begin and end, pauses, and the zones of their life. */
export function Pane() {
  const { known, games, rhythm, zone } = useDaySettings()
  return (
    <div className="flex flex-col gap-8">
      <Section title="Your day" hint="Yours alone. How you feel and what you keep up is shown to nobody else.">
        {known ? <Games on={games} /> : <Skeleton rows={1} label="Loading your settings" />}
      </Section>
      <Section
        title="Times"
        hint="When Daybook may ask about your morning, your evening and your energy. All of it can be done at any time."
      >
        {known && <RhythmForm key={JSON.stringify(rhythm)} rhythm={rhythm} />}
      </Section>
      <Section
        title="Pauses"
        hint="Holidays, illness, or no reason at all, afterwards too. Nothing is asked and nothing counts against you."
      >
        {known && <Pauses zone={zone} />}
      </Section>
      <Section
        title="Compass"
        hint="The zones of your life. A done task counts for the first zone that has its project, else one of its labels."
      >
        {known && <ZonesForm zone={zone} />}
      </Section>
    </div>
  )
}

/** What all modules then show and ask is read anew. */
const TOUCHED = ['day', 'capture', 'focus', 'insights', 'tasks']

function Games({ on: kept }: { on: boolean }) {
  const cache = useQueryClient()
  const { on, choose } = useSwitchedSetting(gamesAndPrompts, kept)
  const save = async (value: boolean) => {
    if (await choose(value)) await refreshModules(cache, TOUCHED)
  }
  return (
    <Switch
      label="Game elements and prompts"
      hint="Counts of what you kept up, questions that Daybook asks by itself, and what it suggests unasked, on every page. Off takes them all away; nothing is lost meanwhile."
      on={on}
      onChange={(value) => void save(value)}
    />
  )
}
