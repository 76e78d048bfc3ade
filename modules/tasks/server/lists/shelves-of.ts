import type { TaskStatus } from '../../contract.ts'
import type { Shelf } from '../shelf.ts'
import { isOpen } from '../status.ts'

/** The shelves a view shows. A status lies on one shelf outside the trash; where it does not, the view is empty. */
export function shelvesOf(view: 'open' | 'done' | 'trash' | 'all', status: TaskStatus | undefined): Shelf[] {
  const shelves = SHELVES[view]
  if (status === undefined || view === 'trash') return [...shelves]
  return shelves.filter((shelf) => shelf === (isOpen(status) ? 'open' : 'closed'))
}

const SHELVES = {
  open: ['open'],
  done: ['closed'],
  trash: ['trash'],
  all: ['open', 'closed'],
} as const satisfies Record<string, Shelf[]>
