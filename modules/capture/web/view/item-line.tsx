import { useEffect, useRef, useState } from 'react'
import type { CaptureItem } from '#modules/capture/contract.ts'

/** The line of a piece, in the words of quick add: changed in place, saved by Enter or on leaving, Escape puts it back. */
export function ItemLine({ item, onSave }: { item: CaptureItem; onSave: (text: string) => void }) {
  const [text, setText] = useState(item.text)
  const saved = useRef(item.text)
  useEffect(() => {
    // What is being typed is not overwritten by what comes from the server.
    if (item.text !== saved.current) setText((now) => (now === saved.current ? item.text : now))
    saved.current = item.text
  }, [item.text])
  const save = () => {
    const next = text.trim()
    if (next === '') return setText(saved.current)
    if (next === saved.current) return
    saved.current = next
    onSave(next)
  }
  return (
    <input
      aria-label={`Line: ${item.text}`}
      className="control min-w-44 flex-1 font-semibold"
      maxLength={500}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault()
          save()
        }
        if (event.key === 'Escape') setText(saved.current)
      }}
    />
  )
}
