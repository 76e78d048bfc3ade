import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import Search from 'lucide-react/icons/search'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import { places } from './places.ts'
import { emptySearch, toQuery, type SearchForm } from './search-query.ts'

/** A search of mail, put together by a form; the words it means stand below, as one would type them. */
export function SearchBuilder({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const [form, setForm] = useState<SearchForm>(emptySearch)
  const set = (part: Partial<SearchForm>) => setForm((now) => ({ ...now, ...part }))
  const query = toQuery(form)
  return (
    <Dialog open onClose={onClose} title="Find in mail">
      <form
        role="search"
        className="flex flex-col gap-3 overflow-y-auto p-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!query) return
          onClose()
          void navigate({ to: '/search', search: { q: query, type: 'mail' } })
        }}
      >
        <TextField label="From" placeholder="joel" value={form.from} onValue={(from) => set({ from })} />
        <TextField label="To" value={form.to} onValue={(to) => set({ to })} />
        <TextField label="Subject" value={form.subject} onValue={(subject) => set({ subject })} />
        <TextField label="Words in it" value={form.words} onValue={(words) => set({ words })} />
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          <TextField label="Since" type="date" value={form.after} onValue={(after) => set({ after })} />
          <TextField label="Before" type="date" value={form.before} onValue={(before) => set({ before })} />
          <Field label="In">
            {(control) => (
              <Select {...control} value={form.place} onChange={(event) => set({ place: event.target.value })}>
                <option value="">Anywhere</option>
                {places.map(([place, label]) => (
                  <option key={place} value={place}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <div className="flex flex-wrap gap-x-6">
          <Switch label="With a file" on={form.attachment} onChange={(attachment) => set({ attachment })} />
          <Switch label="Not read yet" on={form.unread} onChange={(unread) => set({ unread })} />
        </div>
        <p className="rounded-box bg-sunken p-2 font-mono text-sm break-words" role="status">
          {query || 'Fill in what you know.'}
        </p>
        <Button type="submit" look="primary" icon={Search} className="min-h-10 self-end" disabled={!query}>
          Search
        </Button>
      </form>
    </Dialog>
  )
}
