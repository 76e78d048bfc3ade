import BatteryFull from 'lucide-react/icons/battery-full'
import BatteryLow from 'lucide-react/icons/battery-low'
import BatteryMedium from 'lucide-react/icons/battery-medium'
import { forecastEnergy, getEnergy, noteEnergy, postponeEnergy, removeEnergy } from '#modules/day/contract.ts'
import { Button } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'
import { Card } from '../card.tsx'
import { useDayCommand } from '../use-day.ts'
import { energyWords } from '../words.ts'
import { Forecast } from './forecast.tsx'
import { Sparkline } from './sparkline.tsx'

const levels = [
  { level: 1, label: 'Little', icon: BatteryLow },
  { level: 2, label: 'Some', icon: BatteryMedium },
  { level: 3, label: 'Much', icon: BatteryFull },
] as const

/** How much energy there is: one tap, the day as a line, and what is usual. Nobody else sees it. */
export function EnergyCard({ zone }: { zone: string }) {
  const energy = useOperation(getEnergy, { zone }, { refetchInterval: 60_000 })
  const forecast = useOperation(forecastEnergy, { zone })
  const remove = useDayCommand(removeEnergy)
  const later = useDayCommand(postponeEnergy)
  const note = useDayCommand(noteEnergy, ({ id, level }) =>
    showToast({ message: `Noted: ${energyWords[level]} energy`, undo: () => remove.mutate({ id }) }),
  )
  const tap = (level: number) => {
    if (!note.isPending) note.mutate({ level, zone })
  }
  useShortcuts({ 'day.energy-1': () => tap(1), 'day.energy-2': () => tap(2), 'day.energy-3': () => tap(3) })
  return (
    <Card title="Energy" accent="yellow" aside={<span className="text-sm">only you see it</span>}>
      {energy.data?.prompt && (
        <p className="flex items-center justify-between gap-3">
          <span className="font-semibold">How much energy do you have?</span>
          <Button onClick={() => later.mutate({})}>Not now</Button>
        </p>
      )}
      <div role="group" aria-label="How much energy you have" className="grid grid-cols-3 gap-2">
        {levels.map(({ level, label, icon }) => (
          <Button
            key={level}
            icon={icon}
            look={energy.data?.latest?.level === level ? 'chosen' : 'plain'}
            aria-pressed={energy.data?.latest?.level === level}
            className="min-h-11"
            onClick={() => tap(level)}
          >
            {label}
          </Button>
        ))}
      </div>
      {energy.isPending && <Skeleton rows={1} label="Loading your energy" />}
      {energy.isError && !energy.data && <ErrorState error={energy.error} retry={() => void energy.refetch()} />}
      {energy.data && <Sparkline notes={energy.data.today} forecast={forecast.data} zone={zone} />}
      {forecast.data?.ready && <Forecast forecast={forecast.data} zone={zone} />}
    </Card>
  )
}
