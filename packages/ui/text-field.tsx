import { useEffect, useRef, type ComponentProps, type ReactNode } from 'react'
import { Field } from './field.tsx'

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  label: string
  hint?: ReactNode
  error?: string | null
  value: string
  onValue: (value: string) => void
  /** It came because of what was just pressed, so the focus goes on into it. */
  takesFocus?: boolean
}

/** One line of text with its label; the kind, the autofill and the bounds are the browser's own attributes. */
export function TextField({ label, hint, error, onValue, className, takesFocus, ...rest }: TextFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus])
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(control) => (
        <input
          {...control}
          {...rest}
          ref={input}
          className="control w-full"
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  )
}
