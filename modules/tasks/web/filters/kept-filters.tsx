import { lazy, Suspense, useState } from 'react'
import Bookmark from 'lucide-react/icons/bookmark'
import { IconButton } from '#ui/icon-button.tsx'

const FiltersDialog = lazy(() => import('./filters-dialog.tsx').then((module) => ({ default: module.FiltersDialog })))

interface KeptFiltersProps {
  q: string | undefined
  onFilter: (q: string | undefined) => void
}

/** The button that shows the filters somebody has kept. */
export function KeptFilters({ q, onFilter }: KeptFiltersProps) {
  const [open, setOpen] = useState(false)
  const choose = (text: string) => {
    setOpen(false)
    onFilter(text)
  }
  return (
    <>
      <IconButton label="Kept filters" icon={Bookmark} className="size-10" onClick={() => setOpen(true)} />
      {open && (
        <Suspense>
          <FiltersDialog q={q} onChoose={choose} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
