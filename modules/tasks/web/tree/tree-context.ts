import { createContext, useContext } from 'react'
import type { Task } from '#modules/tasks/contract.ts'

export type Way = 'in' | 'out' | 'up' | 'down'

/** What rows of the tree need of it. */
export interface TreeActions {
  isUnfolded: (id: string) => boolean
  fold: (id: string, unfolded: boolean) => void
  /** Moves a task one level in or out, or past its sibling. */
  move: (id: string, way: Way) => void
  /** Puts a task under another, last or after a sibling; null stands alone. */
  put: (id: string, parentId: string | null, afterId?: string | null) => void
  tick: (task: Task) => void
  refresh: () => Promise<void>
  openId: string | undefined
  search: Record<string, string | undefined>
}

export const TreeContext = createContext<TreeActions | null>(null)

export function useTreeActions(): TreeActions {
  return useContext(TreeContext)!
}
