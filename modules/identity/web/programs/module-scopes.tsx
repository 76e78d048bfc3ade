import { useQuery } from '@tanstack/react-query'
import { Skeleton } from '#ui/skeleton.tsx'
import { countOf } from '#ui/format.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { readScopedModules } from './scoped-modules.ts'

/** What a token may do module by module: read there, write there. */
export function ModuleScopes({ chosen, onChange }: { chosen: string[]; onChange: (scopes: string[]) => void }) {
  const modules = useQuery({ queryKey: ['scoped-modules'], queryFn: readScopedModules, staleTime: Infinity })
  if (modules.isPending) return <Skeleton rows={2} label="Loading the modules" />
  if (modules.isError) return <ErrorState error={modules.error} retry={() => void modules.refetch()} />
  return (
    <div className="flex flex-col gap-1 sm:pl-8">
      {modules.data.map(({ name, operations }) => (
        <div key={name} className="flex flex-wrap items-center gap-x-5 border-b border-line-soft py-1 last:border-b-0">
          <span className="w-32 font-semibold">{name}</span>
          {operations.map(([right, count]) => {
            const scope = `${name}:${right}`
            return (
              <label key={right} className="flex min-h-8 w-36 items-center gap-2">
                <input
                  type="checkbox"
                  className="m-0 size-6 accent-blue"
                  checked={chosen.includes(scope)}
                  onChange={(event) =>
                    onChange(event.target.checked ? [...chosen, scope] : chosen.filter((other) => other !== scope))
                  }
                />
                <span>
                  {right}
                  <span className="sr-only"> {name}</span>
                  <span className="block text-xs text-ink-soft">{countOf(count, 'operation')}</span>
                </span>
              </label>
            )
          })}
        </div>
      ))}
    </div>
  )
}
