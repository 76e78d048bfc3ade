import { Link } from '@tanstack/react-router'
import Archive from 'lucide-react/icons/archive'
import ArchiveRestore from 'lucide-react/icons/archive-restore'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import Lock from 'lucide-react/icons/lock'
import Pencil from 'lucide-react/icons/pencil'
import type { Project } from '#modules/tasks/contract.ts'
import { accentBackground } from '#ui/accent.ts'
import { classNames } from '#ui/class-names.ts'
import type { Accent } from '#ui/define-web-module.ts'
import { countOf } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import type { Placed } from './project-tree.ts'

interface ProjectRowProps {
  placed: Placed
  onEdit: (project: Project) => void
  onMove: (by: -1 | 1) => void
  onArchive: () => void
}

/** One project: its colour, who sees it, how much is open in it, and what can be done with it. */
export function ProjectRow({ placed: { project, depth, siblings }, onEdit, onMove, onArchive }: ProjectRowProps) {
  const { id, name, color, archived, visibility, openTasks } = project
  const at = siblings.findIndex((each) => each.id === id)
  return (
    <div className="sheet flex flex-wrap items-center gap-2 p-2" style={{ marginInlineStart: `${depth * 20}px` }}>
      <span
        aria-hidden
        className={classNames(
          'size-5 shrink-0 rounded-box border border-line',
          color && accentBackground(color as Accent),
        )}
      />
      <Link
        to="/tasks/{-$taskId}"
        params={{ taskId: undefined }}
        search={{ project: id } as never}
        className="min-w-32 flex-1 font-semibold break-words"
      >
        {name}
      </Link>
      {visibility === 'private' && (
        <span className="flex items-center gap-1 text-sm">
          <Lock size={14} aria-hidden />
          Only you
        </span>
      )}
      <span className="text-sm text-ink-soft tabular-nums">{countOf(openTasks, 'open task')}</span>
      <span className="ml-auto flex">
        {!archived && (
          <>
            <IconButton label={`Move ${name} up`} icon={ArrowUp} quiet disabled={at <= 0} onClick={() => onMove(-1)} />
            <IconButton
              label={`Move ${name} down`}
              icon={ArrowDown}
              quiet
              disabled={at >= siblings.length - 1}
              onClick={() => onMove(1)}
            />
          </>
        )}
        <IconButton label={`Change ${name}`} icon={Pencil} quiet onClick={() => onEdit(project)} />
        <IconButton
          label={archived ? `Take ${name} up again` : `Put ${name} away`}
          icon={archived ? ArchiveRestore : Archive}
          quiet
          onClick={onArchive}
        />
      </span>
    </div>
  )
}
