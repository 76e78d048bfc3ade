import type { ComponentProps, ReactNode } from 'react'
import { Field } from '#ui/field.tsx'

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  label: string
  hint?: ReactNode
  error?: string | null
  value: string
  onValue: (value: string) => void
}

/** One line of text with its label; the kind, the autofill and the bounds are the browser's own attributes. */
export function TextField({ label, hint, error, onValue, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(control) => (
        <input {...control} {...rest} className="control w-full" onChange={(event) => onValue(event.target.value)} />
      )}
    </Field>
  )
}
