import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'

interface TextFieldProps {
  value: string
  onSave: (value: string) => void
  /** Somebody else wrote something else while this was typed. */
  onConflict: (value: string) => void
  children: (text: {
    value: string
    onChange: (event: { target: { value: string } }) => void
    onBlur: () => void
  }) => ReactNode
}

/** Text that is kept while it is typed and saved when its field is left. What comes from elsewhere never takes it away. */
export function TextField({ value, onSave, onConflict, children }: TextFieldProps) {
  const [text, setText] = useState(value)
  /** What the text was made of. */
  const base = useRef(value)
  const follow = useEffectEvent(() => {
    if (text !== base.current && text !== value) return
    base.current = value
    setText(value)
  })
  useEffect(() => follow(), [value])

  const leave = () => {
    if (text === value) return
    const changedElsewhere = base.current !== value
    // Whatever the server makes of it is shown.
    base.current = text
    if (!changedElsewhere) return onSave(text)
    base.current = value
    setText(value)
    onConflict(text)
  }
  return children({ value: text, onChange: (event) => setText(event.target.value), onBlur: leave })
}
