import { useState } from 'react'
import { listBranches, type Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { BranchRow } from './branch-row.tsx'
import { useTreeActions } from './tree-context.ts'

/** Rows at a time: a branch of thousands is read as far as somebody looks. */
const ROWS = 100

interface BranchesProps {
  /** Whose children; null for the tops. */
  parent: Task | null
  depth: number
}

/** What stands directly under a task, with what is unfolded below. */
export function Branches({ parent, depth }: BranchesProps) {
  return (
    <ul aria-label={parent ? `Under ${parent.title}` : 'Trees'} className="m-0 list-none p-0">
      <BranchPage parent={parent} depth={depth} cursor={null} />
    </ul>
  )
}

function BranchPage({ parent, depth, cursor }: BranchesProps & { cursor: string | null }) {
  const { isUnfolded } = useTreeActions()
  const [more, setMore] = useState(false)
  const page = useOperation(listBranches, {
    limit: ROWS,
    ...(parent && { parentId: parent.id }),
    ...(cursor && { cursor }),
  })
  if (page.isPending)
    return (
      <li>
        <Skeleton rows={2} label="Loading more of the tree" />
      </li>
    )
  if (page.isError && !page.data)
    return (
      <li>
        <ErrorState error={page.error} retry={() => void page.refetch()} />
      </li>
    )
  const { items, next } = page.data!
  return (
    <>
      {items.map((branch) => (
        <li key={branch.task.id}>
          <BranchRow branch={branch} parentId={parent?.id ?? null} depth={depth} />
          {branch.children > 0 && isUnfolded(branch.task.id) && <Branches parent={branch.task} depth={depth + 1} />}
        </li>
      ))}
      {next && !more && (
        <li className="p-3">
          <Button onClick={() => setMore(true)}>Show more{parent && ` under ${parent.title}`}</Button>
        </li>
      )}
      {next && more && <BranchPage parent={parent} depth={depth} cursor={next} />}
    </>
  )
}
