import type { ReactNode } from 'react'

interface ProgressBarProps {
  label: string
  done: number
  /** Null while nobody knows how much there is. */
  total: number | null
  /** The count in words, such as "1,204 messages". */
  count: string
  action?: ReactNode
}

/** Long work: a count, a bar, and a way to stop it. */
export function ProgressBar({ label, done, total, count, action }: ProgressBarProps) {
  const share = total ? Math.min(1, done / total) : null
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-baseline justify-between gap-3">
        <span className="font-semibold">{label}</span>
        <span className="font-mono text-sm tabular-nums">{count}</span>
      </div>
      <div className="flex items-center gap-3">
        <div
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={share === null ? undefined : Math.round(share * 100)}
          aria-valuetext={count}
          className="sheet h-6 flex-1 overflow-hidden bg-sunken"
        >
          <div
            className="h-full border-r-2 border-line bg-green transition-[width] duration-300"
            style={{ width: share === null ? '35%' : `${share * 100}%` }}
          />
        </div>
        {action}
      </div>
    </div>
  )
}
