import Square from 'lucide-react/icons/square'
import { Link } from '@tanstack/react-router'
import type { NavEntry } from '#ui/define-web-module.ts'
import { accentBackground } from '#ui/accent.ts'
import { classNames } from '#ui/class-names.ts'
import { useKeysOf } from '#ui/keyboard/key-map.ts'
import { goAction } from '../keyboard/all-actions.ts'

const noCount = () => undefined

/** One place: a picture, its name, its count; the current one stands out by block, border and shadow. */
export function NavLink({ entry, active }: { entry: NavEntry; active: boolean }) {
  const useCount = entry.useCount ?? noCount
  const count = useCount()
  const keys = useKeysOf(goAction(entry))
  const Icon = entry.icon ?? Square
  return (
    <Link
      to={entry.path}
      aria-current={active ? 'page' : undefined}
      title={keys ? `${entry.label} (${keys})` : undefined}
      className={classNames(
        'relative flex h-15 w-17 flex-col items-center justify-center gap-1 rounded-box border-(length:--border) text-xs font-semibold no-underline',
        active
          ? classNames(
              'border-line text-on-accent not-focus-visible:shadow-1',
              accentBackground(entry.accent ?? 'yellow'),
            )
          : 'border-transparent text-ink hover:border-line hover:bg-surface',
      )}
    >
      <Icon size={22} aria-hidden />
      <span>{entry.label}</span>
      {count ? (
        <span className="extra absolute -top-1 right-0 rounded-box border border-line bg-surface px-1 font-mono text-xs leading-4 font-bold text-ink tabular-nums">
          {shortCount(count)}
        </span>
      ) : null}
    </Link>
  )
}

function shortCount(count: number): string {
  return count > 999 ? `${Math.floor(count / 1000)}k` : String(count)
}
