import { useNavigate } from '@tanstack/react-router'
import { PageHead } from '#ui/page.tsx'
import { FilterBox } from '../filter-box.tsx'
import { KeptFilters } from '../filters/kept-filters.tsx'
import { ProjectSelect } from '../project-select.tsx'
import { toSearch, type TasksView } from '../tasks-search.ts'
import { Ways } from './ways.tsx'

/** The head of a view that takes the whole page: how to look, at which project, through which filter. */
export function WideHead({ view }: { view: TasksView }) {
  const navigate = useNavigate()
  const go = (change: Partial<TasksView>) =>
    void navigate({ to: '/tasks/{-$taskId}', params: { taskId: undefined }, search: toSearch({ ...view, ...change }) })
  const filtered = view.as === 'board' || view.as === 'agenda'
  return (
    <PageHead title="Tasks" accent="green" aside={<Ways view={view} beside />}>
      <Ways view={view} />
      {filtered && (
        <div className="flex flex-wrap items-start gap-2">
          <ProjectSelect
            className="max-md:flex-1 md:w-60"
            projectId={view.projectId}
            onChange={(projectId) => go({ projectId })}
          />
          <div className="min-w-0 max-md:order-1 max-md:basis-full md:flex-1">
            <FilterBox q={view.q} onFilter={(q) => go({ q })} />
          </div>
          <KeptFilters q={view.q} onFilter={(q) => go({ q })} />
        </div>
      )}
    </PageHead>
  )
}
