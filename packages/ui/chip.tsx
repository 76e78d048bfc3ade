import type { ReactNode } from 'react'
import type { Accent, Icon } from './define-web-module.ts'
import { accentBackground } from './accent.ts'
import { classNames } from './class-names.ts'

/** A small fact: a label, a due date, a state. */
export function Chip({
  accent,
  icon: Icon,
  children,
  className,
}: {
  accent?: Accent
  icon?: Icon
  children: ReactNode
  className?: string
}) {
  return (
    <span
      className={classNames(
        'inline-flex max-w-48 items-center gap-1 rounded-box border border-line px-1.5 text-xs leading-5 font-semibold',
        accent ? classNames(accentBackground(accent), 'text-on-accent') : 'bg-surface text-ink',
        className,
      )}
    >
      {Icon && <Icon size={12} aria-hidden />}
      <span className="truncate">{children}</span>
    </span>
  )
}
