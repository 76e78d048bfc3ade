import Archive from 'lucide-react/icons/archive'
import Minus from 'lucide-react/icons/minus'
import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import Plus from 'lucide-react/icons/plus'
import { archiveHabit, countHabit, pauseHabit, uncountHabit, type Habit } from '#modules/day/contract.ts'
import { announce } from '#ui/announce.ts'
import { Chip } from '#ui/chip.tsx'
import { countOf } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { showToast } from '#ui/toasts.ts'
import { useDayCommand } from '../use-day.ts'

/** A habit with its count of the week, and what can be done with it. */
export function HabitRow({ habit, zone }: { habit: Habit; zone: string }) {
  const { id, name, times, week, paused, earned } = habit
  const tell = ({ week: { count } }: Habit) => announce(`${name}: ${count} this week`)
  const count = useDayCommand(countHabit, tell)
  const uncount = useDayCommand(uncountHabit, tell)
  const pause = useDayCommand(pauseHabit)
  const restore = useDayCommand(archiveHabit)
  const archive = useDayCommand(archiveHabit, () =>
    showToast({ message: `Put away: ${name}`, undo: () => restore.mutate({ id, archived: false, zone }) }),
  )
  return (
    <li className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 font-medium wrap-anywhere">{name}</span>
        {paused && <Chip>resting</Chip>}
        <span className="shrink-0 text-sm font-semibold tabular-nums">
          {week.count} of {times}
        </span>
      </div>
      <div className="flex items-center gap-1">
        <span aria-hidden className="flex flex-1 flex-wrap gap-1">
          {Array.from({ length: Math.max(times, week.count) }, (_, index) => (
            <span
              key={index}
              className={`size-4 border-2 border-line ${index < week.count ? 'bg-green' : 'bg-surface'}`}
            />
          ))}
        </span>
        <IconButton quiet icon={Archive} label={`Put away: ${name}`} onClick={() => archive.mutate({ id, zone })} />
        <IconButton
          quiet
          icon={paused ? Play : Pause}
          label={paused ? `Take up again: ${name}` : `Let rest: ${name}`}
          onClick={() => pause.mutate({ id, paused: !paused, zone })}
        />
        <IconButton
          quiet
          icon={Minus}
          label={`Take back one: ${name}`}
          disabled={week.today === 0 || uncount.isPending}
          className="disabled:opacity-55"
          onClick={() => uncount.mutate({ id, zone })}
        />
        <IconButton icon={Plus} label={`Count one: ${name}`} onClick={() => count.mutate({ id, zone })} />
      </div>
      {earned && earned.counts > 0 && (
        <p className="extra text-xs text-ink-soft">
          {countOf(earned.counts, 'time')} so far{earned.weeks > 0 && `, ${countOf(earned.weeks, 'whole week')}`}
        </p>
      )}
    </li>
  )
}
