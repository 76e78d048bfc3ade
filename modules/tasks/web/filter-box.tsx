import { useEffect, useState } from 'react'
import Search from 'lucide-react/icons/search'
import { parseQuery } from '#base/query/parse-query.ts'
import { taskFields } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'

/** The filter of the list, in the words of search. What cannot be read is said before it is asked. */
export function FilterBox({ q, onFilter }: { q: string | undefined; onFilter: (q: string | undefined) => void }) {
  const [text, setText] = useState(q ?? '')
  const [tried, setTried] = useState(false)
  useEffect(() => setText(q ?? ''), [q])
  const fault = faultOf(text)

  const submit = () => {
    setTried(true)
    if (!fault) onFilter(text.trim() || undefined)
  }
  return (
    <form
      role="search"
      aria-label="Filter the tasks"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Field label="Filter" hideLabel error={tried && fault ? fault.message : null}>
        {(control) => (
          <span className="flex gap-2">
            <input
              {...control}
              type="search"
              value={text}
              maxLength={1000}
              placeholder="Filter: status:next due:<7d label:home -is:blocked"
              className="control min-w-0 flex-1"
              onChange={(event) => {
                setText(event.target.value)
                setTried(false)
                // The browser's own cross empties the field: that is the whole wish.
                if (event.target.value === '' && q) onFilter(undefined)
              }}
            />
            <Button type="submit" icon={Search}>
              Filter
            </Button>
          </span>
        )}
      </Field>
      {tried && fault?.suggestion && (
        <Button className="mt-2" onClick={() => setText(mend(text, fault))}>
          Use “{fault.suggestion}”
        </Button>
      )}
    </form>
  )
}

interface Fault {
  message: string
  position: number
  length: number
  suggestion?: string
}

function faultOf(text: string): Fault | null {
  if (text.trim() === '') return null
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const parsed = parseQuery(text, { fields: taskFields, now: Date.now(), timeZone })
  return parsed.ok ? null : parsed.error
}

function mend(text: string, { position, length, suggestion = '' }: Fault): string {
  return text.slice(0, position) + suggestion + text.slice(position + length)
}
