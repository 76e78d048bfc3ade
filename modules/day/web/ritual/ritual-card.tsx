import { useState } from 'react'
import Moon from 'lucide-react/icons/moon'
import Sunrise from 'lucide-react/icons/sunrise'
import { reopenRitual, skipRitual, type Briefing, type Ritual, type RitualPart } from '#modules/day/contract.ts'
import { Button } from '#ui/button.tsx'
import { showToast } from '#ui/toasts.ts'
import { Card } from '../card.tsx'
import { useDayCommand } from '../use-day.ts'
import { EveningForm } from './evening-form.tsx'
import { Kept } from './kept.tsx'
import { MorningForm } from './morning-form.tsx'

interface RitualCardProps {
  ritual: Ritual
  briefing: Briefing
  zone: string
}

const titles = { morning: 'Begin the day', evening: 'Close the day' }

/** The morning or the evening when it is time for it or somebody asks for it; else how the day was held so far. */
export function RitualCard({ ritual, briefing, zone }: RitualCardProps) {
  const [asked, setAsked] = useState<RitualPart | null>(null)
  const part = asked ?? ritual.prompt
  const reopen = useDayCommand(reopenRitual)
  const skip = useDayCommand(skipRitual, (_, input) =>
    showToast({
      message: input.part === 'morning' ? 'No morning today, which is fine' : 'No evening today, which is fine',
      undo: () => reopen.mutate({ part: input.part, zone }),
    }),
  )
  const close = () => setAsked(null)
  if (!part) {
    return (
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Kept ritual={ritual} />
        <span className="flex flex-wrap gap-2">
          {ritual.morning.state !== 'done' && (
            <Button icon={Sunrise} onClick={() => setAsked('morning')}>
              {titles.morning}
            </Button>
          )}
          {ritual.evening.state !== 'done' && (
            <Button icon={Moon} onClick={() => setAsked('evening')}>
              {titles.evening}
            </Button>
          )}
        </span>
      </div>
    )
  }
  const leave = () => {
    if (asked === null) skip.mutate({ part, zone })
    close()
  }
  return (
    <Card title={titles[part]} accent="lilac">
      {part === 'morning' ? (
        <MorningForm ritual={ritual} briefing={briefing} zone={zone} onDone={close} onLeave={leave} />
      ) : (
        <EveningForm zone={zone} onDone={close} onLeave={leave} />
      )}
    </Card>
  )
}
