import { Link } from '@tanstack/react-router'
import { Mark } from './mark.tsx'
import { NavLink } from './nav-link.tsx'
import { useCurrentNav } from './use-current-nav.ts'

/** The narrow rail of places on the left. */
export function Rail() {
  const places = useCurrentNav()
  return (
    <div className="hidden w-22 shrink-0 flex-col items-center gap-3 border-r-(length:--border) border-line bg-paper py-3 md:flex">
      <Link to="/" aria-label="Daybook, first page" className="rounded-box">
        <Mark />
      </Link>
      <nav aria-label="Places" className="flex flex-col items-center gap-2 pt-1">
        {places.map(({ entry, active }) => (
          <NavLink key={entry.path} entry={entry} active={active} />
        ))}
      </nav>
    </div>
  )
}
