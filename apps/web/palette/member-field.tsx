import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import type { InputMember } from './api-document.ts'
import { choicesOf, memberKind } from './member-kind.ts'

interface MemberFieldProps {
  member: InputMember
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

/** One member of an operation's input as a field that fits its type. */
export function MemberField({ member, value, error, onChange }: MemberFieldProps) {
  const { name, required, schema } = member
  const kind = memberKind(schema)
  const change = (event: { target: { value: string } }) => onChange(event.target.value)
  const common = { value, onChange: change, required }
  const hints = { lines: 'One a line', json: 'As JSON' } as Record<string, string>
  const hint = [schema.description, hints[kind], schema.format].filter(Boolean).join('. ')
  const choices = kind === 'flag' ? ['true', 'false'] : choicesOf(schema)
  return (
    <Field label={required ? `${name} (needed)` : name} hint={hint || undefined} error={error}>
      {(control) => {
        if (kind === 'choice' || kind === 'flag') {
          return (
            <Select {...control} {...common}>
              <option value="">{schema.default == null ? 'not given' : `usually ${String(schema.default)}`}</option>
              {choices.map((choice) => (
                <option key={choice} value={choice}>
                  {choice}
                </option>
              ))}
            </Select>
          )
        }
        if (kind === 'lines' || kind === 'json')
          return <textarea {...control} {...common} rows={2} className="control w-full py-2 font-mono text-sm" />
        return (
          <input
            {...control}
            {...common}
            inputMode={kind === 'number' ? 'numeric' : undefined}
            maxLength={schema.maxLength}
            className="control"
          />
        )
      }}
    </Field>
  )
}
