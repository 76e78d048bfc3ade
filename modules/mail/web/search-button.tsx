import { lazy, Suspense, useState } from 'react'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { IconButton } from '#ui/icon-button.tsx'

const SearchBuilder = lazy(() => import('./search-builder.tsx').then((module) => ({ default: module.SearchBuilder })))

/** Opens the form that writes a search of mail. */
export function SearchButton() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <IconButton label="Find in mail" icon={SlidersHorizontal} className="size-10" onClick={() => setOpen(true)} />
      {open && (
        <Suspense>
          <SearchBuilder onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
