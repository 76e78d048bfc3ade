import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { SearchType } from '#modules/search/contract.ts'
import { PageHead } from '#ui/page.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { OperatorHelp } from './operator-help.tsx'
import { QueryChips } from './query-chips.tsx'
import { Results } from './results.tsx'
import { SearchField } from './search-field.tsx'

const PAUSE_MILLISECONDS = 250

/** Search over all records: what is typed is in the address, so that a search can be kept and sent. */
export function Page() {
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { q?: string; type?: string }
  const type = SearchType.options.find((known) => known === search.type)
  const [text, setText] = useState(search.q ?? '')
  // Who comes with a search wants its results; who comes without wants to type.
  const [wantsResults, setWantsResults] = useState(Boolean(search.q))
  const field = useRef<HTMLInputElement>(null)

  const arrive = useEffectEvent(() => {
    if (!search.q) field.current?.focus()
  })
  useEffect(() => arrive(), [])
  useEffect(() => setText(search.q ?? ''), [search.q])
  useEffect(() => {
    if (text === (search.q ?? '')) return
    const timer = setTimeout(() => go(text), PAUSE_MILLISECONDS)
    return () => clearTimeout(timer)
  })

  const go = (q: string) => void navigate({ to: '/search', search: { q: q || undefined, type }, replace: true })
  const change = (next: string) => {
    setText(next)
    go(next)
    field.current?.focus()
  }

  return (
    <div className="flex h-full flex-col">
      <PageHead
        title="Search"
        accent="lilac"
        aside={
          <Tabs
            label="What to search"
            to="/search"
            tabs={[
              { label: 'All', search: { q: search.q }, active: !type },
              { label: 'Mail', search: { q: search.q, type: 'mail' }, active: type === 'mail' },
              { label: 'Tasks', search: { q: search.q, type: 'task' }, active: type === 'task' },
              { label: 'Captures', search: { q: search.q, type: 'capture' }, active: type === 'capture' },
            ]}
          />
        }
      >
        <SearchField
          field={field}
          text={text}
          onChange={setText}
          onSubmit={() => {
            setWantsResults(true)
            go(text)
          }}
        />
        <QueryChips text={text} onChange={change} />
      </PageHead>
      <div className="flex min-h-0 flex-1 flex-col md:flex-row">
        <section aria-label="Results" className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
          <Results
            q={search.q ?? ''}
            type={type}
            onQuery={change}
            wantsFocus={wantsResults}
            onFocused={() => setWantsResults(false)}
          />
        </section>
        <OperatorHelp onPick={(example) => change(text ? `${text} ${example}` : example)} />
      </div>
    </div>
  )
}
