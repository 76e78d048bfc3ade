import { useEffect, useRef, useState, type ComponentProps } from 'react'
import { Button } from './button.tsx'
import { Field } from './field.tsx'

interface PasswordFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'type'> {
  label: string
  hint?: string
  value: string
  onValue: (value: string) => void
  /** It came because of what was just pressed, so the focus goes on into it. */
  takesFocus?: boolean
}

/** A password, hidden until one asks to see it. Pasting and password managers are welcome. */
export function PasswordField({ label, hint, onValue, takesFocus, ...rest }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (takesFocus) input.current?.focus()
  }, [takesFocus])
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <span className="flex gap-2">
          <input
            {...control}
            {...rest}
            ref={input}
            type={shown ? 'text' : 'password'}
            maxLength={256}
            spellCheck={false}
            autoCapitalize="none"
            className="control min-w-0 flex-1"
            onChange={(event) => onValue(event.target.value)}
          />
          <Button className="min-h-10" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? 'Hide' : 'Show'}
            <span className="sr-only"> {label.toLowerCase()}</span>
          </Button>
        </span>
      )}
    </Field>
  )
}

/** A password that is chosen: what it must be, and the server says more where it refuses one. */
export function NewPasswordField(field: Pick<PasswordFieldProps, 'label' | 'value' | 'onValue'>) {
  return (
    <PasswordField
      {...field}
      hint="At least 10 characters. A few words that only you would put together are best."
      autoComplete="new-password"
      minLength={10}
      required
    />
  )
}
