import type { FocusMode, Setup } from '#modules/focus/contract.ts'
import { TextField } from '#ui/text-field.tsx'

type Member = 'workMinutes' | 'breakMinutes' | 'longBreakMinutes' | 'cycles' | 'breakShare'

const MINUTES = 480

const fields: Record<FocusMode, { member: Member; label: string; most: number }[]> = {
  pomodoro: [
    { member: 'workMinutes', label: 'Work, minutes', most: MINUTES },
    { member: 'breakMinutes', label: 'Break, minutes', most: MINUTES },
    { member: 'longBreakMinutes', label: 'Long break, minutes', most: MINUTES },
    { member: 'cycles', label: 'Rounds until the long break', most: 12 },
  ],
  flow: [{ member: 'breakShare', label: 'Minutes of work for a minute of break', most: 20 }],
  countdown: [
    { member: 'workMinutes', label: 'Minutes', most: MINUTES },
    { member: 'breakMinutes', label: 'Break, minutes', most: MINUTES },
  ],
}

/** The numbers of a kind of session. */
export function Numbers({ setup, onSetup }: { setup: Setup; onSetup: (setup: Setup) => void }) {
  return (
    <div className="grid grid-cols-2 items-end gap-4">
      {fields[setup.mode].map(({ member, label, most }) => (
        <TextField
          key={member}
          label={label}
          type="number"
          inputMode="numeric"
          min={1}
          max={most}
          required
          value={String(setup[member] || '')}
          onValue={(value) => onSetup({ ...setup, [member]: Math.min(most, Math.max(0, Math.floor(Number(value)))) })}
        />
      ))}
    </div>
  )
}
