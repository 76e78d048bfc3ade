import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import { createFeed, listFeeds } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { FeedRow } from './feed-row.tsx'
import { NewAddress } from './new-address.tsx'

/** Secret addresses at which calendars read one's tasks: made, seen once, revoked. */
export function Pane() {
  const cache = useQueryClient()
  const feeds = useOperation(listFeeds, {})
  const [name, setName] = useState('')
  const [path, setPath] = useState<string | null>(null)
  const refresh = () => void cache.invalidateQueries({ queryKey: operationKey(listFeeds) })
  const make = useCommand(createFeed, {
    onSuccess: (feed) => {
      setPath(feed.path)
      setName('')
      refresh()
    },
  })
  return (
    <Section
      title="Calendar addresses"
      hint="A calendar that subscribes to such an address shows your tasks: as to-dos, and those with a date as events. It only reads."
    >
      {path && <NewAddress address={new URL(path, location.origin).href} onDone={() => setPath(null)} />}
      {feeds.isPending && <Skeleton rows={2} label="Loading the addresses" />}
      {feeds.isError && <ErrorState error={feeds.error} retry={() => void feeds.refetch()} />}
      {feeds.data?.items.length === 0 && !path && (
        <p data-state="empty">
          No calendar reads your tasks. Name one below, such as Phone, to make an address for it.
        </p>
      )}
      {feeds.data && feeds.data.items.length > 0 && (
        <ul aria-label="Calendars that may read" className="m-0 flex list-none flex-col gap-3 p-0">
          {feeds.data.items.map((feed) => (
            <li key={feed.id}>
              <FeedRow feed={feed} onRevoked={refresh} />
            </li>
          ))}
        </ul>
      )}
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) make.mutate({ name: name.trim() })
        }}
      >
        <TextField
          label="Name of the calendar"
          className="min-w-0 flex-1"
          maxLength={100}
          placeholder="Phone"
          value={name}
          onValue={setName}
        />
        <Button type="submit" look="primary" icon={Plus} disabled={!name.trim() || make.isPending}>
          Make an address
        </Button>
      </form>
    </Section>
  )
}
