import { Link } from '@tanstack/react-router'
import Link2 from 'lucide-react/icons/link-2'
import { listLinks } from '#kernel/builtin/contract.ts'
import { accentBackground } from './accent.ts'
import { classNames } from './class-names.ts'
import type { Accent } from './define-web-module.ts'
import { useOperation } from './data/use-operation.ts'
import { toLink } from './to-link.ts'
import { useRecordPath } from './web-modules.ts'

interface LinkedRecordsProps {
  kind: string
  id: string
  accent: Accent
  /** What stands before the links. */
  label: string
}

/** The records of other modules that one record is linked with, each a link to its page. */
export function LinkedRecords({ kind, id, accent, label }: LinkedRecordsProps) {
  const links = useOperation(listLinks, { kind, id })
  const pathOf = useRecordPath()
  const found = (links.data?.items ?? []).flatMap(({ record, title }) => {
    const path = pathOf({ ...record, parentId: null })
    return path ? [{ record, title, path }] : []
  })
  if (found.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-sm font-semibold">{label}</span>
      <ul aria-label={label} className="m-0 flex min-w-0 list-none flex-wrap gap-2 p-0">
        {found.map(({ record, title, path }) => (
          <li key={record.id} className="max-w-full min-w-0">
            <Link
              {...toLink(path)}
              className={classNames(
                'press inline-flex min-h-9 max-w-full items-center gap-2 px-3 text-sm font-semibold text-on-accent no-underline',
                accentBackground(accent),
              )}
            >
              <Link2 size={16} aria-hidden className="shrink-0" />
              <span className="truncate">{title || 'Linked record'}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
