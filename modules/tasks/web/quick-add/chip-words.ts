import Calendar from 'lucide-react/icons/calendar'
import Flag from 'lucide-react/icons/flag'
import FolderIcon from 'lucide-react/icons/folder'
import Hash from 'lucide-react/icons/hash'
import Repeat from 'lucide-react/icons/repeat'
import Timer from 'lucide-react/icons/timer'
import User from 'lucide-react/icons/user'
import type { Chip } from '#base/quick-add/types.ts'
import type { Icon } from '#ui/define-web-module.ts'
import { dayInWords } from '#ui/format.ts'
import { priorityName } from '../words.ts'

export const chipIcon: Record<Chip['kind'], Icon> = {
  date: Calendar,
  recurrence: Repeat,
  label: Hash,
  project: FolderIcon,
  priority: Flag,
  person: User,
  estimate: Timer,
}

/** What a chip means, as people say it. */
export function chipWords(chip: Chip): string {
  switch (chip.kind) {
    case 'date':
      return dateWords(chip)
    case 'recurrence':
      return chip.text
    case 'label':
      return chip.label
    case 'project':
    case 'person':
      return chip.name
    case 'priority':
      return `${priorityName[chip.priority]} priority`
    case 'estimate':
      return minutesInWords(chip.minutes)
  }
}

function dateWords({ on, date, time }: Extract<Chip, { kind: 'date' }>): string {
  // Midnight on this browser's clock: a date alone would be read as UTC.
  const day = date === null ? null : dayInWords(new Date(`${date}T00:00`).toISOString())
  const said = [day, time].filter((part) => part !== null).join(', ')
  return on === 'start' ? `from ${said}` : `due ${said}`
}

function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [hours > 0 && `${hours} h`, rest > 0 && `${rest} min`].filter(Boolean).join(' ')
}
