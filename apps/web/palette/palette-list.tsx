import { memo, useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Kbd } from '#ui/kbd.tsx'
import { useKeysOf } from '#ui/keyboard/key-map.ts'
import type { Entry } from './entries.ts'

interface PaletteListProps {
  text: string
  onText: (text: string) => void
  entries: Entry[]
  failed: boolean
  onRetry: () => void
  onChoose: (entry: Entry) => void
}

/** The field and the list below it: arrows walk, Enter chooses (WAI-ARIA combobox with a list). */
export function PaletteList({ text, onText, entries, failed, onRetry, onChoose }: PaletteListProps) {
  const [active, setActive] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const index = Math.min(active, entries.length - 1)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [index])

  const newest = useRef(onChoose)
  newest.current = onChoose
  const choose = useCallback((entry: Entry) => newest.current(entry), [])

  const walk = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    if (step !== undefined && entries.length > 0) {
      event.preventDefault()
      setActive(
        Math.abs(step) === 1
          ? (index + step + entries.length) % entries.length
          : Math.max(0, Math.min(entries.length - 1, index + step)),
      )
    }
    if (event.key === 'Enter' && entries[index]) {
      event.preventDefault()
      onChoose(entries[index])
    }
  }

  return (
    <>
      <div className="border-b-(length:--border) border-line p-3">
        <input
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls="palette-list"
          aria-activedescendant={entries[index] ? `palette-${index}` : undefined}
          aria-autocomplete="list"
          aria-label="Find a page, a record or an operation"
          placeholder="Find a page, a record or an operation"
          className="control min-h-12 w-full text-lg"
          value={text}
          onChange={(event) => {
            onText(event.target.value)
            setActive(0)
          }}
          onKeyDown={walk}
        />
      </div>
      <ul
        ref={list}
        id="palette-list"
        role="listbox"
        aria-label="Results"
        className="m-0 min-h-0 flex-1 list-none overflow-y-auto p-2"
      >
        {entries.map((entry, place) => (
          <Row
            key={entry.id}
            entry={entry}
            place={place}
            active={place === index}
            first={entries[place - 1]?.group !== entry.group}
            onChoose={choose}
          />
        ))}
      </ul>
      {entries.length === 0 && <p className="px-4 pb-4">Nothing of that name. Search the mail itself with /.</p>}
      {failed && (
        <p role="alert" className="flex items-center justify-between gap-3 border-t border-line-soft p-3 text-sm">
          The operations could not be read. <Button onClick={onRetry}>Try again</Button>
        </p>
      )}
    </>
  )
}

interface RowProps {
  entry: Entry
  place: number
  active: boolean
  first: boolean
  onChoose: (entry: Entry) => void
}

// Most lines stay as they are from one key to the next.
const Row = memo(function Row({ entry, place, active, first, onChoose }: RowProps) {
  const Icon = entry.icon
  const keys = useKeysOf(entry.action)
  return (
    <li
      id={`palette-${place}`}
      role="option"
      aria-selected={active}
      className={classNames(
        'rounded-box px-3',
        active ? 'bg-yellow text-on-accent' : 'hover:bg-sunken',
        first && place > 0 && 'mt-2',
      )}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(entry)}
    >
      <span className="flex min-h-10 items-center gap-3">
        <span aria-hidden className={classNames('w-20 shrink-0 text-xs font-semibold', !active && 'text-ink-soft')}>
          {first && entry.group}
        </span>
        {Icon && <Icon size={18} aria-hidden />}
        <span className="min-w-0 flex-1 truncate font-medium">{entry.label}</span>
        {entry.hint && (
          <span className={classNames('max-w-40 shrink-0 truncate font-mono text-xs', !active && 'text-ink-soft')}>
            {entry.hint}
          </span>
        )}
        {keys && <Kbd keys={keys} />}
      </span>
    </li>
  )
})
