import { Link } from '@tanstack/react-router'
import ListTodo from 'lucide-react/icons/list-todo'
import { listLinks } from '#kernel/builtin/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { useRecordPath } from '#ui/web-modules.ts'

/** The records that came out of a message, such as its task. */
export function LinkedTasks({ messageId }: { messageId: string }) {
  const links = useOperation(listLinks, { kind: 'mail.message', id: messageId })
  const pathOf = useRecordPath()
  const found = (links.data?.items ?? []).flatMap((link) => {
    const path = pathOf({ ...link.record, parentId: null })
    return path ? [{ ...link, path }] : []
  })
  if (found.length === 0) return null
  return (
    <ul aria-label="Linked records" className="m-0 flex list-none flex-wrap gap-2 p-0">
      {found.map(({ record, title, path }) => (
        <li key={record.id}>
          <Link to={path} className="press inline-flex min-h-9 items-center gap-2 bg-green px-3 text-sm font-semibold text-on-accent no-underline">
            <ListTodo size={16} aria-hidden /> {title ?? 'Linked record'}
          </Link>
        </li>
      ))}
    </ul>
  )
}
