import { useEffect, useRef } from 'react'
import { Link } from '@tanstack/react-router'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { classNames } from '#ui/class-names.ts'
import type { SettingsPane } from '#ui/define-web-module.ts'
import { PageHead } from '#ui/page.tsx'

/** The panes by group, as links. */
export function PaneList({ panes, current }: { panes: SettingsPane[]; current: string | undefined }) {
  return (
    <>
      <PageHead title="Settings" accent="pink" />
      <nav aria-label="Settings" className="flex flex-col gap-5 overflow-y-auto p-4">
        {[...Map.groupBy(panes, ({ group }) => group)].map(([group, members]) => (
          <div key={group} className="flex flex-col gap-1">
            <h2 className="px-2 text-sm text-ink-soft">{group}</h2>
            {members.map((pane) => (
              <PaneLink key={pane.id} pane={pane} current={pane.id === current} />
            ))}
          </div>
        ))}
      </nav>
    </>
  )
}

function PaneLink({ pane, current }: { pane: SettingsPane; current: boolean }) {
  const Icon = pane.icon
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (current) link.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <Link
      ref={link}
      to="/settings/{-$pane}"
      params={{ pane: pane.id }}
      aria-current={current ? 'page' : undefined}
      className={classNames(
        'flex min-h-11 items-center md:min-h-9 gap-3 rounded-box border-(length:--border) px-2.5 font-semibold no-underline',
        current
          ? 'border-line text-ink max-md:border-transparent md:bg-pink md:text-on-accent'
          : 'border-transparent text-ink hover:border-line',
      )}
    >
      {Icon && <Icon size={20} aria-hidden />}
      <span className="min-w-0 flex-1">{pane.label}</span>
      <span className="md:hidden">
        <ChevronRight size={18} aria-hidden />
      </span>
    </Link>
  )
}
