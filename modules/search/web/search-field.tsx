import type { RefObject } from 'react'
import Search from 'lucide-react/icons/search'
import { Button } from '#ui/button.tsx'

interface SearchFieldProps {
  field: RefObject<HTMLInputElement | null>
  text: string
  onChange: (text: string) => void
  onSubmit: () => void
}

/** The large field of the search page; Enter goes to the first result. */
export function SearchField({ field, text, onChange, onSubmit }: SearchFieldProps) {
  return (
    <form
      role="search"
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <span className="relative flex-1">
        <Search size={20} aria-hidden className="pointer-events-none absolute top-3 left-3 text-ink" />
        <input
          ref={field}
          type="search"
          data-search-field
          aria-label="Search mail and tasks"
          placeholder="from:joel subject:dts -review"
          autoComplete="off"
          spellCheck={false}
          maxLength={1000}
          className="control min-h-11 w-full pl-10 text-base"
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      </span>
      <Button type="submit" look="primary" className="min-h-11">
        Search
      </Button>
    </form>
  )
}
