import { CheckBox } from './check-box.tsx'

interface SwitchProps {
  label: string
  hint?: string
  on: boolean
  disabled?: boolean
  onChange: (on: boolean) => void
}

/** Something that is on or off, with a sentence about it. It acts at once. */
export function Switch({ label, hint, on, disabled, onChange }: SwitchProps) {
  return (
    <label className="flex min-h-11 items-start gap-3">
      <CheckBox checked={on} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
      <span>
        <span className="block font-semibold">{label}</span>
        {hint && <span className="text-sm text-ink-soft">{hint}</span>}
      </span>
    </label>
  )
}
