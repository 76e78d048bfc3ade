import { useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { useMembers } from '../delegation/members.ts'
import { nameBefore, plainName, toKept, toTyped, type Picked } from './mention-text.ts'

/** People that an at sign offers. */
const OFFERED = 6

interface Mentions {
  text: string
  /** What is kept of the text: mentions as references. */
  kept: string
  field: RefObject<HTMLTextAreaElement | null>
  offers: { id: string; name: string }[]
  active: number
  type: (text: string) => void
  pick: (index: number) => void
  /** Whether a key was for the offers. */
  onKey: (event: KeyboardEvent) => boolean
  reset: () => void
}

/** A text in which an at sign offers people: arrows choose, Enter or Tab takes, Escape leaves. */
export function useMentions(body = ''): Mentions {
  const { others } = useMembers()
  const begin = toTyped(body)
  const [text, setText] = useState(begin.text)
  const picked = useRef<Picked>(begin.picked)
  const field = useRef<HTMLTextAreaElement>(null)
  const [place, setPlace] = useState<{ start: number; typed: string } | null>(null)
  const [active, setActive] = useState(0)
  const offers = place ? others.filter(({ name }) => fits(name, place.typed)).slice(0, OFFERED) : []

  const pick = (index: number) => {
    const person = offers[index]
    if (!person || !place) return
    const name = plainName(person.name)
    picked.current = new Map([...picked.current, [name, person.id]])
    const end = place.start + 1 + place.typed.length
    const before = `${text.slice(0, place.start)}@${name} `
    setText(before + text.slice(end))
    setPlace(null)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(before.length, before.length)
    })
  }
  return {
    text,
    kept: toKept(text.trim(), picked.current),
    field,
    offers,
    active: Math.min(active, Math.max(0, offers.length - 1)),
    type(next) {
      setText(next)
      setActive(0)
      setPlace(nameBefore(next, field.current?.selectionStart ?? next.length))
    },
    pick,
    onKey(event) {
      if (offers.length === 0 || event.nativeEvent.isComposing) return false
      if (event.key === 'ArrowDown') setActive((active + 1) % offers.length)
      else if (event.key === 'ArrowUp') setActive((active + offers.length - 1) % offers.length)
      else if (event.key === 'Escape') setPlace(null)
      else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && !isSending(event)) pick(active)
      else return false
      event.preventDefault()
      event.stopPropagation()
      return true
    },
    reset() {
      setText('')
      setPlace(null)
      picked.current = new Map()
    },
  }
}

/** Whether a key sends what was written. */
export const isSending = (event: KeyboardEvent) => event.key === 'Enter' && (event.ctrlKey || event.metaKey)

function fits(name: string, typed: string): boolean {
  const wanted = typed.toLocaleLowerCase()
  return name
    .toLocaleLowerCase()
    .split(/\s+/)
    .some((word) => word.startsWith(wanted))
}
