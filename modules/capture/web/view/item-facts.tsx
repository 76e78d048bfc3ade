import { Link } from '@tanstack/react-router'
import Calendar from 'lucide-react/icons/calendar'
import Copy from 'lucide-react/icons/copy'
import Flag from 'lucide-react/icons/flag'
import FolderIcon from 'lucide-react/icons/folder'
import Hash from 'lucide-react/icons/hash'
import ListChecks from 'lucide-react/icons/list-checks'
import Repeat from 'lucide-react/icons/repeat'
import Timer from 'lucide-react/icons/timer'
import User from 'lucide-react/icons/user'
import type { CaptureItem } from '#modules/capture/contract.ts'
import type { CaptureDiffItem } from '#modules/tasks/contract.ts'
import { Chip } from '#ui/chip.tsx'
import { countOf, dayInWords } from '#ui/format.ts'

const PRIORITY = ['', 'Low', 'Medium', 'High']

/** What a line is understood as, why it was taken for this, and what says the same already. */
export function ItemFacts({ item, becomes }: { item: CaptureItem; becomes: CaptureDiffItem }) {
  const target = becomes.targetOn && dayInWords(new Date(`${becomes.targetOn}T00:00`).toISOString())
  const start = becomes.startOn && dayInWords(new Date(`${becomes.startOn}T00:00`).toISOString())
  return (
    <>
      <div className="flex flex-wrap items-center gap-1.5 text-sm text-ink-soft">
        {target && <Chip icon={Calendar}>by {target}</Chip>}
        {!target && becomes.dueAt && (
          <Chip icon={Calendar} accent="yellow">
            due {dayInWords(becomes.dueAt)}
          </Chip>
        )}
        {start && <Chip icon={Calendar}>from {start}</Chip>}
        {becomes.recurrence && <Chip icon={Repeat}>repeats</Chip>}
        {becomes.priority > 0 && <Chip icon={Flag}>{PRIORITY[becomes.priority]} priority</Chip>}
        {becomes.estimateMinutes && <Chip icon={Timer}>{becomes.estimateMinutes} min</Chip>}
        {becomes.projectId && <Chip icon={FolderIcon}>in a project</Chip>}
        {becomes.people.length > 0 && (
          <Chip icon={User}>{becomes.people.length === 1 ? 'one person' : `${becomes.people.length} people`}</Chip>
        )}
        {becomes.labels.map((label) => (
          <Chip key={label} icon={Hash}>
            {label}
          </Chip>
        ))}
        {item.steps.length > 0 && <Chip icon={ListChecks}>{countOf(item.steps.length, 'step')}</Chip>}
        <span className="extra">
          {item.accepted ? (becomes.becomes === 'note' ? 'Kept.' : 'Made.') : `${item.why}.`}
          {becomes.hint && !item.accepted && ` ${becomes.hint}.`}
        </span>
      </div>
      {!item.accepted && becomes.similar.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5 text-sm font-semibold">
          <Copy size={14} aria-hidden /> There is already:
          {becomes.similar.map(({ id, title }) => (
            <Link key={id} to={`/tasks/${id}`} className="inline-flex min-h-6 items-center wrap-anywhere">
              {title}
            </Link>
          ))}
        </p>
      )}
    </>
  )
}
