import type { ReactNode } from 'react'
import type { Accent, Icon } from './define-web-module.ts'
import { accentBackground } from './accent.ts'
import { classNames } from './class-names.ts'

interface EmptyStateProps {
  icon: Icon
  accent?: Accent
  /** One sentence. */
  title: string
  /** One action. */
  action?: ReactNode
  /** One example. */
  example?: ReactNode
}

/** What a page shows when there is nothing: one sentence, one action, one example. */
export function EmptyState({ icon: Icon, accent = 'yellow', title, action, example }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-5 px-6 py-14 text-center" data-state="empty">
      <div
        className={classNames(
          'raised flex size-20 -rotate-3 items-center justify-center text-on-accent',
          accentBackground(accent),
        )}
      >
        <Icon size={40} aria-hidden />
      </div>
      <p className="max-w-80 font-head text-lg leading-snug font-semibold text-balance">{title}</p>
      {action}
      {example && <div className="max-w-88 text-sm text-ink-soft">{example}</div>}
    </div>
  )
}
