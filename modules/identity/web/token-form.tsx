import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'

/** The form for a new token: its name, and whether it may write. */
export function TokenForm({ busy, onCreate }: { busy: boolean; onCreate: (name: string, readOnly: boolean) => void }) {
  const [name, setName] = useState('')
  const [readOnly, setReadOnly] = useState(false)
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (!name.trim()) return
        onCreate(name.trim(), readOnly)
        setName('')
      }}
    >
      <Field label="Name of a new token" className="min-w-56 flex-1">
        {(control) => (
          <input
            {...control}
            className="control"
            placeholder="Backup script"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <label className="flex min-h-10 items-center gap-2 text-sm font-semibold">
        <input
          type="checkbox"
          className="size-6 accent-blue"
          checked={readOnly}
          onChange={(event) => setReadOnly(event.target.checked)}
        />
        Reads only
      </label>
      <Button type="submit" icon={Plus} className="min-h-10" disabled={busy || !name.trim()}>
        Make a token
      </Button>
    </form>
  )
}
