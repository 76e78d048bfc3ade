import type { EnergyCheckIn, EnergyForecast } from '#modules/day/contract.ts'
import { clockTime, energyWords, minuteOfDay } from '../words.ts'

interface SparklineProps {
  notes: readonly EnergyCheckIn[]
  forecast: EnergyForecast | undefined
  zone: string
}

const WIDTH = 324
const HEIGHT = 60
const DAY = 24 * 60

/** Energy over the day: what was noted as a line, what is usual dotted, and the same in words. */
export function Sparkline({ notes, forecast, zone }: SparklineProps) {
  const noted = notes.map(({ at, level }) => place(minuteOfDay(at, zone), level))
  const usual = (forecast?.hours ?? []).map(({ hour, level }) => place(hour * 60 + 30, level))
  if (notes.length === 0 && usual.length === 0) return <p className="text-sm text-ink-soft">Nothing noted today.</p>
  return (
    <figure className="m-0 flex flex-col gap-1">
      <svg aria-hidden viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="h-15 w-full">
        {[1, 2, 3].map((level) => (
          <line key={level} x1="0" x2={WIDTH} y1={heightOf(level)} y2={heightOf(level)} stroke="var(--line-soft)" />
        ))}
        <polyline points={usual.join(' ')} fill="none" stroke="var(--ink-soft)" strokeWidth="2" strokeDasharray="3 4" />
        <polyline points={noted.join(' ')} fill="none" stroke="var(--line)" strokeWidth="2.5" />
        {noted.map((point, index) => (
          <circle
            key={notes[index]!.id}
            cx={point.split(',')[0]}
            cy={point.split(',')[1]}
            r="4.5"
            fill="var(--yellow)"
            stroke="var(--line)"
            strokeWidth="2"
          />
        ))}
      </svg>
      <figcaption className="text-sm text-ink-soft">
        {notes.length === 0
          ? 'Nothing noted today; dotted is your usual.'
          : `Today: ${notes.map(({ at, level }) => `${clockTime(at, zone)} ${energyWords[level]}`).join(', ')}.`}
      </figcaption>
    </figure>
  )
}

function place(minute: number, level: number): string {
  return `${((minute / DAY) * WIDTH).toFixed(1)},${heightOf(level).toFixed(1)}`
}

function heightOf(level: number): number {
  return HEIGHT - 8 - ((level - 1) / 2) * (HEIGHT - 16)
}
