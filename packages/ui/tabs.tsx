import { Link } from '@tanstack/react-router'
import { classNames } from './class-names.ts'

export interface Tab {
  label: string
  search: Record<string, unknown>
  /** Another page than the one of the others. */
  to?: string
  active: boolean
  count?: number
}

/** Views of one page as links, so that each has an address. */
export function Tabs({ label, to, tabs }: { label: string; to: string; tabs: Tab[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1">
      {tabs.map((tab) => (
        <Link
          key={tab.label}
          to={tab.to ?? to}
          search={tab.search}
          params={{}}
          aria-current={tab.active ? 'page' : undefined}
          className={classNames(
            'inline-flex min-h-8 items-center gap-1.5 rounded-box border-(length:--border) px-2.5 text-sm font-semibold no-underline',
            tab.active ? 'border-line bg-ink text-paper' : 'border-transparent text-on-accent hover:border-current',
          )}
        >
          {tab.label}
          {tab.count ? <span className="font-mono text-xs tabular-nums">{tab.count.toLocaleString()}</span> : null}
        </Link>
      ))}
    </nav>
  )
}
