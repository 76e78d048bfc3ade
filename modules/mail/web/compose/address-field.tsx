import { useEffect, useId, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react'
import X from 'lucide-react/icons/x'
import type { Address } from '#modules/mail/contract.ts'
import { classNames } from '#ui/class-names.ts'
import { isAddress, parseAddresses, writeAddress } from './parse-addresses.ts'
import { fitting } from './suggest.ts'

interface AddressFieldProps {
  label: string
  addresses: Address[]
  known: Address[]
  takesFocus?: boolean
  /** What stands at the end of the line. */
  children?: ReactNode
  onChange: (addresses: Address[]) => void
}

/** Recipients as chips, with people one has written with below what is typed. */
export function AddressField({ label, addresses, known, takesFocus, children, onChange }: AddressFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus])
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState(false)
  const found = open ? fitting(known, text, addresses) : []
  const shown = found.length > 0

  const add = (added: Address[]) => {
    const there = new Set(addresses.map(({ address }) => address.toLowerCase()))
    onChange([...addresses, ...added.filter(({ address }) => !there.has(address.toLowerCase()))])
    setText('')
    setOpen(false)
    setActive(0)
  }
  const take = () => add(shown && found[active] ? [found[active]] : parseAddresses(text))
  const step = (by: number) => setActive((active + by + found.length) % found.length)

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key } = event
    // Sending takes along what is still being typed.
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (text.trim() !== '') take()
      return
    }
    if (shown && key === 'ArrowDown') step(1)
    else if (shown && key === 'ArrowUp') step(-1)
    else if (shown && key === 'Escape') setOpen(false)
    else if (text.trim() !== '' && !event.ctrlKey && !event.metaKey && (key === 'Enter' || key === 'Tab')) take()
    else if (key === ',' || key === ';') {
      if (text.trim() !== '' && !/^"[^"]*$/.test(text)) add(parseAddresses(text))
    } else if (key === 'Backspace' && text === '' && addresses.length > 0) {
      // What is taken out can be mended.
      const last = addresses.at(-1)!
      onChange(addresses.slice(0, -1))
      setText(writeAddress(last))
    } else return
    event.preventDefault()
    if (key === 'Escape') event.stopPropagation()
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = parseAddresses(event.clipboardData.getData('text/plain'))
    if (text !== '' || !pasted.every(({ address }) => isAddress(address)) || pasted.length === 0) return
    event.preventDefault()
    add(pasted)
  }

  return (
    <div className="relative flex min-h-11 items-start gap-2 border-b border-line-soft px-4 py-1.5">
      <label htmlFor={id} className="w-10 shrink-0 pt-1 text-sm font-semibold text-ink-soft">
        {label}
      </label>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
        {addresses.map((address, index) => (
          <AddressChip
            key={`${address.address} ${index}`}
            address={address}
            onRemove={() => {
              onChange(addresses.filter((_, other) => other !== index))
              input.current?.focus()
            }}
          />
        ))}
        <input
          id={id}
          ref={input}
          role="combobox"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={shown ? `${id}-${active}` : undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="ring-inside min-h-8 min-w-24 flex-1 border-0 bg-transparent px-1 text-ink outline-none"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setOpen(true)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => text.trim() !== '' && add(parseAddresses(text))}
        />
      </div>
      {children}
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={`People for ${label}`}
        hidden={!shown}
        className="raised absolute inset-x-4 top-full z-10 m-0 max-h-60 list-none overflow-y-auto p-1"
      >
        {found.map((address, index) => (
          <li
            key={address.address}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            // The field keeps the focus, so that nothing is taken over twice.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              add([address])
              input.current?.focus()
            }}
            className={classNames(
              'flex min-h-9 cursor-pointer items-center gap-2 rounded-box px-2',
              index === active ? 'bg-yellow text-on-accent' : 'hover:bg-sunken',
            )}
          >
            <span className="truncate font-semibold">{address.name || address.address}</span>
            {address.name && <span className="truncate text-sm">{address.address}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function AddressChip({ address, onRemove }: { address: Address; onRemove: () => void }) {
  const good = isAddress(address.address)
  return (
    <span
      title={writeAddress(address)}
      className={classNames(
        'inline-flex max-w-full items-center rounded-box border border-line text-sm font-semibold text-on-accent',
        good ? 'bg-lilac' : 'bg-red',
      )}
    >
      <span className="truncate pl-2">
        {!good && <span className="sr-only">Not an address: </span>}
        {address.name || address.address}
      </span>
      <button
        type="button"
        aria-label={`Take out ${address.name || address.address}`}
        onClick={onRemove}
        className="ring-inside inline-flex size-7 shrink-0 items-center justify-center rounded-box"
      >
        <X size={14} aria-hidden />
      </button>
    </span>
  )
}
