import { useState } from 'react'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { getCompass, setCompass, type CompassZone } from '#modules/day/contract.ts'
import { listProjects } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Field } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Select } from '#ui/select.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toasts.ts'
import { useDayCommand } from '../use-day.ts'

const colors = ['yellow', 'green', 'lilac', 'pink', 'orange', 'red'] as const
const MOST = 7

/** The zones of a life, each with its name, colour, labels and projects. */
export function ZonesForm({ zone }: { zone: string }) {
  const compass = useOperation(getCompass, { weeks: 1, zone })
  if (compass.isPending) return <Skeleton rows={3} label="Loading the zones" />
  if (!compass.data) return <ErrorState error={compass.error} retry={() => void compass.refetch()} />
  const { zones } = compass.data
  return <Editor key={JSON.stringify(zones)} kept={zones} />
}

function Editor({ kept }: { kept: readonly CompassZone[] }) {
  const [zones, setZones] = useState(kept)
  const undo = useDayCommand(setCompass)
  const save = useDayCommand(setCompass, () =>
    showToast({ message: 'Saved: the zones of your compass', undo: () => undo.mutate({ zones: [...kept] }) }),
  )
  const change = (index: number, fields: Partial<CompassZone>) =>
    setZones(zones.map((each, place) => (place === index ? { ...each, ...fields } : each)))
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ zones: [...zones] })
      }}
    >
      <ul aria-label="Zones" className="m-0 flex list-none flex-col gap-4 p-0">
        {zones.map((each, index) => (
          <li key={index} className="sheet p-4">
            <ZoneFields
              zone={each}
              onChange={(fields) => change(index, fields)}
              onRemove={zones.length > 1 ? () => setZones(zones.filter((_, place) => place !== index)) : null}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {zones.length < MOST && (
          <Button
            icon={Plus}
            className="min-h-10"
            onClick={() =>
              setZones([
                ...zones,
                { name: '', color: colors[zones.length % colors.length]!, projectIds: [], labels: [] },
              ])
            }
          >
            Another zone
          </Button>
        )}
        <Button type="submit" className="min-h-10" disabled={save.isPending}>
          Save the zones
        </Button>
      </div>
    </form>
  )
}

interface ZoneFieldsProps {
  zone: CompassZone
  onChange: (fields: Partial<CompassZone>) => void
  onRemove: (() => void) | null
}

function ZoneFields({ zone, onChange, onRemove }: ZoneFieldsProps) {
  // What is typed stays as it is, commas and all, until it is left.
  const [labels, setLabels] = useState(zone.labels.join(', '))
  const projects = useOperation(listProjects, { limit: 200 })
  const toggle = (id: string) =>
    onChange({
      projectIds: zone.projectIds.includes(id)
        ? zone.projectIds.filter((other) => other !== id)
        : [...zone.projectIds, id],
    })
  const title = zone.name || 'this zone'
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          label="Name"
          required
          maxLength={60}
          className="min-w-40 flex-1"
          value={zone.name}
          onValue={(name) => onChange({ name })}
        />
        <Field label="Colour">
          {(control) => (
            <Select
              {...control}
              value={zone.color}
              onChange={(event) => onChange({ color: event.target.value as CompassZone['color'] })}
            >
              {colors.map((color) => (
                <option key={color} value={color}>
                  {color}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {onRemove && <IconButton icon={X} className="size-10" label={`Remove ${title}`} onClick={onRemove} />}
      </div>
      <TextField
        label="Labels"
        hint="With commas between them."
        value={labels}
        onValue={(text) => {
          setLabels(text)
          onChange({
            labels: text
              .split(',')
              .map((each) => each.trim())
              .filter(Boolean),
          })
        }}
      />
      {projects.data && projects.data.items.length > 0 && (
        <fieldset className="m-0 flex flex-wrap gap-x-5 gap-y-1 border-0 p-0">
          <legend className="text-sm font-semibold">Projects of {title}</legend>
          {projects.data.items.map(({ id, name }) => (
            <label key={id} className="flex min-h-9 items-center gap-2">
              <CheckBox checked={zone.projectIds.includes(id)} onChange={() => toggle(id)} />
              <span className="wrap-anywhere">{name}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
