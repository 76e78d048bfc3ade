import { Link } from '@tanstack/react-router'
import { Mark } from './mark.tsx'
import { NavLink } from './nav-link.tsx'
import { useCurrentNav } from './use-current-nav.ts'

/** The narrow rail of places on the left. */
export function Rail() {
  const places = useCurrentNav()
  return (
    <nav
      aria-label="Places"
      className="hidden w-22 shrink-0 flex-col items-center gap-2 border-r-(length:--border) border-line bg-paper py-3 md:flex"
    >
      <Link to="/" aria-label="Daybook, first page" className="mb-2 rounded-box">
        <Mark />
      </Link>
      {places.map(({ entry, active }) => (
        <NavLink key={entry.path} entry={entry} active={active} />
      ))}
    </nav>
  )
}
