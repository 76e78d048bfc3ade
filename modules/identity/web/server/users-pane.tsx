import { useDeferredValue, useState } from 'react'
import { listUsers, type AdminUser } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { ShownOnce } from '../parts/shown-once.tsx'
import { TextField } from '#ui/text-field.tsx'
import { NewUser } from './new-user.tsx'
import { UserRow } from './user-row.tsx'

/** Everybody who has an account on this Daybook. */
export function Pane() {
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  const users = useCursorList<AdminUser>(listUsers, wanted ? { text: wanted } : {})
  const [handed, setHanded] = useState<{ title: string; link: string } | null>(null)
  return (
    <Section
      title="Users"
      hint="Accounts of this Daybook, in all workspaces. What you do here stands in the audit log."
    >
      <NewUser
        onMade={({ name, link }) =>
          setHanded({ title: `${name} has an account. Hand over this link to choose a password.`, link })
        }
      />
      {handed && (
        <ShownOnce
          key={handed.link}
          title={`${handed.title} It is shown this one time, works once and for a day.`}
          what="The link"
          text={new URL(handed.link, location.origin).href}
          onDone={() => setHanded(null)}
        />
      )}
      <TextField label="Find by name or address" type="search" className="max-w-100" value={text} onValue={setText} />
      {users.loading && <Skeleton rows={3} label="Loading the users" />}
      {users.error && <ErrorState error={users.error} retry={users.retry} />}
      {!users.loading && !users.error && users.items.length === 0 && (
        <p data-state="empty">Nobody has a name or address like that.</p>
      )}
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {users.items.map((user) => (
          <UserRow
            key={user.id}
            user={user}
            onLink={(link) => setHanded({ title: `By this link ${user.name} chooses a new password.`, link })}
          />
        ))}
      </ul>
      {users.hasMore && (
        <Button className="self-start" onClick={users.loadMore} disabled={users.loadingMore}>
          More users
        </Button>
      )}
    </Section>
  )
}
