import { useId, type ReactNode } from 'react'
import { accentBackground } from '#ui/accent.ts'
import { classNames } from '#ui/class-names.ts'
import type { Accent } from '#ui/define-web-module.ts'

interface CardProps {
  title: string
  accent?: Accent
  /** A short fact beside the title. */
  aside?: ReactNode
  children: ReactNode
}

/** A part of the day: a sheet with its name on top. */
export function Card({ title, accent, aside, children }: CardProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="sheet flex flex-col overflow-hidden">
      <div
        className={classNames(
          'flex min-h-10 flex-wrap items-center justify-between gap-x-3 border-b-(length:--border) border-line px-4 py-1.5',
          accent && classNames(accentBackground(accent), 'text-on-accent'),
        )}
      >
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        {aside}
      </div>
      <div className="flex flex-col gap-3 p-4">{children}</div>
    </section>
  )
}
