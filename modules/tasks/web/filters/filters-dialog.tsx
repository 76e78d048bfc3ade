import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import { createFilter, deleteFilter, listFilters, updateFilter, type TaskFilter } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { api } from '#ui/data/api.ts'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { FilterForm } from './filter-form.tsx'

interface FiltersDialogProps {
  /** The filter that is on now. */
  q: string | undefined
  onChoose: (q: string) => void
  onClose: () => void
}

/** The filters somebody has kept, those that others share, and a form to keep the one that is on. */
export function FiltersDialog({ q, onChoose, onClose }: FiltersDialogProps) {
  const cache = useQueryClient()
  const filters = useOperation(listFilters, {})
  const [changing, setChanging] = useState<string>()
  const run = async (work: () => Promise<unknown>, message?: string, undo?: () => void) => {
    try {
      await work()
      if (message) showToast({ message, ...(undo && { undo }) })
    } catch (error) {
      showProblem(error)
    }
    await cache.invalidateQueries({ queryKey: operationKey(listFilters) })
  }
  const remove = ({ id, name, q: text, shared }: TaskFilter) =>
    void run(
      () => api.call(deleteFilter, { id }),
      `Kept no longer: ${name}`,
      () => void run(() => api.call(createFilter, { name, q: text, shared })),
    )
  const items = filters.data?.items ?? []
  const kept = items.some((filter) => filter.q === q)

  return (
    <Dialog open onClose={onClose} title="Kept filters">
      <div className="flex min-h-0 flex-col gap-4 overflow-y-auto p-4">
        {filters.isPending && <Skeleton rows={2} label="Loading the filters" />}
        {filters.isError && !filters.data && <ErrorState error={filters.error} retry={() => void filters.refetch()} />}
        {filters.data && items.length === 0 && (
          <p>Nothing is kept yet. Filter the tasks, for example by due:&lt;7d, and come back to keep it.</p>
        )}
        <ul className="m-0 flex list-none flex-col gap-2 p-0">
          {items.map((filter) => (
            <li key={filter.id}>
              {changing === filter.id ? (
                <FilterForm
                  {...filter}
                  save="Save"
                  onCancel={() => setChanging(undefined)}
                  onSave={(change) => {
                    setChanging(undefined)
                    void run(() => api.call(updateFilter, { id: filter.id, ...change }))
                  }}
                />
              ) : (
                <div className="flex items-center gap-2">
                  <Button className="min-w-0 flex-1 flex-col gap-0! py-1" onClick={() => onChoose(filter.q)}>
                    <span className="w-full truncate text-left">
                      {filter.name}
                      {filter.shared && <span className="font-normal"> (shared)</span>}
                    </span>
                    <span className="w-full truncate text-left font-mono text-xs font-normal">{filter.q}</span>
                  </Button>
                  {filter.mine && (
                    <>
                      <IconButton
                        quiet
                        label={`Change ${filter.name}`}
                        icon={Pencil}
                        onClick={() => setChanging(filter.id)}
                      />
                      <IconButton quiet label={`Remove ${filter.name}`} icon={Trash2} onClick={() => remove(filter)} />
                    </>
                  )}
                </div>
              )}
            </li>
          ))}
        </ul>
        {q && !kept && (
          <section className="flex flex-col gap-2 border-t-(length:--border) border-line pt-4">
            <h3 className="text-base">Keep the filter that is on</h3>
            <FilterForm
              name=""
              q={q}
              shared={false}
              save="Keep"
              onSave={(filter) =>
                void run(() => api.call(createFilter, { ...filter, q: filter.q ?? q }), `Kept: ${filter.name}`)
              }
            />
          </section>
        )}
      </div>
    </Dialog>
  )
}
