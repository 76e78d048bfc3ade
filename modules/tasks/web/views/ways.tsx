import { Tabs } from '#ui/tabs.tsx'
import { toSearch, ways, type TasksView } from '../tasks-search.ts'

const names: Record<TasksView['as'], string> = {
  list: 'List',
  board: 'Board',
  agenda: 'Agenda',
  tree: 'Tree',
  matrix: 'Matrix',
}

/** The ways to look at tasks, each with an address of its own: beside the title, and on a phone below it. */
export function Ways({ view, beside }: { view: TasksView; beside?: boolean }) {
  return (
    <div className={beside ? 'max-md:hidden' : 'md:hidden'}>
      <Tabs
        label="Ways to look at tasks"
        to="/tasks"
        tabs={ways.map((as) => ({
          label: names[as],
          search: toSearch({ projectId: view.projectId, q: as === 'matrix' ? undefined : view.q, as }),
          active: as === view.as,
        }))}
      />
    </div>
  )
}
