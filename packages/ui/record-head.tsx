import type { ReactNode } from 'react'
import { RecordTitle } from './record-title.tsx'

/** The head of a record: its title, a short fact beside it, and what can be done with it. */
export function RecordHead({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) {
  return (
    <header className="sticky top-0 z-10 flex flex-col gap-3 border-b-(length:--border) border-line bg-surface p-4 md:px-6">
      <div className="flex items-start gap-3">
        <RecordTitle>{title}</RecordTitle>
        {aside && <p className="shrink-0 pt-1 text-sm text-ink-soft tabular-nums">{aside}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-2" role="group" aria-label="Actions">
        {children}
      </div>
    </header>
  )
}
