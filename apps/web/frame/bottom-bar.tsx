import { NavLink } from './nav-link.tsx'
import { useCurrentNav } from './use-current-nav.ts'

/** The places of a phone: five at the bottom, where the thumb is. */
export function BottomBar() {
  const places = useCurrentNav().slice(0, 5)
  return (
    <nav
      aria-label="Places"
      className="flex shrink-0 justify-around border-t-(length:--border) border-line bg-paper px-1 pt-1.5 pb-[max(6px,env(safe-area-inset-bottom))] md:hidden"
    >
      {places.map(({ entry, active }) => (
        <NavLink key={entry.path} entry={entry} active={active} />
      ))}
    </nav>
  )
}
