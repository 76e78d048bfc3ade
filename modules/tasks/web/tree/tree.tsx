import { useRef, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import ListTree from 'lucide-react/icons/list-tree'
import { listBranches } from '#modules/tasks/contract.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { toSearch, type TasksView } from '../tasks-search.ts'
import { useArrowKeys } from '../views/use-arrow-keys.ts'
import { focusTask, stepRows } from '../views/walk-rows.ts'
import { WideView } from '../views/wide-view.tsx'
import { AddBelow } from './add-below.tsx'
import { Branches } from './branches.tsx'
import { TreeContext } from './tree-context.ts'
import { useTree } from './use-tree.ts'

/** Tasks under tasks: folded and unfolded, and moved with all below them. */
export function Tree({ view }: { view: TasksView }) {
  const navigate = useNavigate()
  const place = useRef<HTMLDivElement>(null)
  const tops = useOperation(listBranches, { limit: 1 })
  const [adding, setAdding] = useState(false)
  const tree = useTree(place)
  useArrowKeys(place, tree.onArrow, true)
  const close = () =>
    view.taskId && void navigate({ to: '/tasks/{-$taskId}', params: { taskId: undefined }, search: toSearch(view) })
  useShortcuts({
    'list.next': () => stepRows(place.current, 1),
    'list.previous': () => stepRows(place.current, -1),
    'list.back': close,
    'list.close': close,
    'tasks.move-right': () => tree.moveFocused('in'),
    'tasks.move-left': () => tree.moveFocused('out'),
    'tasks.move-up': () => tree.moveFocused('up'),
    'tasks.move-down': () => tree.moveFocused('down'),
    'tasks.done': tree.tickFocused,
    'tasks.trash': tree.removeFocused,
  })

  return (
    <WideView view={view}>
      <div ref={place} className="min-h-0 flex-1 overflow-y-auto">
        {tops.isPending && <Skeleton rows={7} label="Loading the tree" />}
        {tops.isError && !tops.data && <ErrorState error={tops.error} retry={() => void tops.refetch()} />}
        {tops.data && (
          <TreeContext value={{ ...tree, openId: view.taskId, search: toSearch(view) }}>
            <div className="mx-auto max-w-240 pb-8">
              {tops.data.items.length === 0 && !adding ? (
                <EmptyState
                  icon={ListTree}
                  accent="green"
                  title="Nothing stands under anything yet."
                  action={<AddBelow.Button onClick={() => setAdding(true)}>Begin a tree</AddBelow.Button>}
                  example="For example “Trip to Oslo”, with “Book the train” and “Pack” below it."
                />
              ) : (
                <>
                  {adding ? (
                    <AddBelow
                      parent={null}
                      onDone={(id) => {
                        setAdding(false)
                        if (id) focusTask(place.current, id)
                      }}
                    />
                  ) : (
                    <div className="border-b border-line-soft p-3">
                      <AddBelow.Button onClick={() => setAdding(true)}>Begin a tree</AddBelow.Button>
                    </div>
                  )}
                  <Branches parent={null} depth={0} />
                </>
              )}
            </div>
          </TreeContext>
        )}
      </div>
    </WideView>
  )
}
