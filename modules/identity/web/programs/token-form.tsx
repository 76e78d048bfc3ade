import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useIsInstanceAdmin } from '../use-me.ts'
import { ModuleScopes } from './module-scopes.tsx'
import { wholeScopes } from './scopes.ts'

const DAY = 24 * 60 * 60 * 1000
const lives: [days: number, label: string][] = [
  [30, '30 days'],
  [90, '90 days'],
  [365, 'a year'],
  [0, 'until it is revoked'],
]

export interface NewTokenInput {
  name: string
  scopes: string[]
  expiresAt?: string
}

/** The form for a new token: its name, what it may do, and for how long. */
export function TokenForm({ busy, onCreate }: { busy: boolean; onCreate: (input: NewTokenInput) => void }) {
  const [name, setName] = useState('')
  const [whole, setWhole] = useState(0)
  const [chosen, setChosen] = useState<string[]>([])
  const [days, setDays] = useState(90)
  const mayAdminister = useIsInstanceAdmin()
  const wholes = wholeScopes.filter((choice) => mayAdminister || !choice.scopes.includes('admin'))
  const scopes = wholes[whole]?.scopes ?? chosen
  return (
    <form
      className="sheet flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!name.trim() || scopes.length === 0) return
        const expiresAt = days === 0 ? {} : { expiresAt: new Date(Date.now() + days * DAY).toISOString() }
        onCreate({ name: name.trim(), scopes: [...scopes], ...expiresAt })
        setName('')
      }}
    >
      <TextField
        label="Name of a new token"
        placeholder="Backup script"
        maxLength={100}
        value={name}
        onValue={setName}
      />
      <fieldset className="m-0 flex flex-col gap-2 border-0 p-0">
        <legend className="mb-1 text-sm font-semibold">What it may do</legend>
        {[...wholes.map(({ label }) => label), 'Only what I choose'].map((label, index) => (
          <label key={label} className="flex min-h-8 items-center gap-2">
            <input
              type="radio"
              name="scopes"
              className="m-0 size-6 accent-blue"
              checked={whole === index}
              onChange={() => setWhole(index)}
            />
            {label}
          </label>
        ))}
        {whole === wholes.length && <ModuleScopes chosen={chosen} onChange={setChosen} />}
      </fieldset>
      <Field label="It works for" className="max-w-70">
        {(control) => (
          <Select {...control} value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {lives.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button
        type="submit"
        icon={Plus}
        className="min-h-10 self-start"
        disabled={busy || !name.trim() || scopes.length === 0}
      >
        Make a token
      </Button>
    </form>
  )
}
