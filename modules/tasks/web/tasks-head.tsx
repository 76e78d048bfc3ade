import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import Ellipsis from 'lucide-react/icons/ellipsis'
import FolderPlus from 'lucide-react/icons/folder-plus'
import FolderTree from 'lucide-react/icons/folder-tree'
import Handshake from 'lucide-react/icons/handshake'
import LayoutTemplate from 'lucide-react/icons/layout-template'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { PageHead } from '#ui/page.tsx'
import { Select } from '#ui/select.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { FilterBox } from './filter-box.tsx'
import { KeptFilters } from './filters/kept-filters.tsx'
import { ProjectDialog } from './project-dialog.tsx'
import { ProjectSelect } from './project-select.tsx'
import { toSearch, type TasksView } from './tasks-search.ts'
import { Ways } from './views/ways.tsx'

const views = [
  ['open', 'Open'],
  ['done', 'Done'],
  ['trash', 'Trash'],
] as const

/** The head of the list: which view, which project, in which order. */
export function TasksHead({ view }: { view: TasksView }) {
  const navigate = useNavigate()
  const [making, setMaking] = useState(false)
  const go = (change: Partial<TasksView>) =>
    void navigate({ to: '/tasks/{-$taskId}', params: { taskId: undefined }, search: toSearch({ ...view, ...change }) })
  return (
    <PageHead title="Tasks" accent="green" aside={<Ways view={view} beside />}>
      <Ways view={view} />
      <div className="flex flex-wrap items-center gap-2">
        <span className="mr-auto">
          <Tabs
            label="Views of tasks"
            to="/tasks"
            tabs={views.map(([name, label]) => ({
              label,
              search: toSearch({ ...view, view: name }),
              active: name === view.view,
            }))}
          />
        </span>
        <KeptFilters q={view.q} onFilter={(q) => go({ q })} />
        <IconButton label="New project" icon={FolderPlus} className="size-10" onClick={() => setMaking(true)} />
        <Menu trigger={<IconButton label="More of tasks" icon={Ellipsis} className="size-10" />}>
          <MenuItem icon={FolderTree} onSelect={() => void navigate({ to: '/projects' })}>
            Projects
          </MenuItem>
          <MenuItem icon={LayoutTemplate} onSelect={() => void navigate({ to: '/templates/{-$templateId}' })}>
            Templates
          </MenuItem>
          <MenuItem icon={Handshake} onSelect={() => void navigate({ to: '/delegated' })}>
            Delegated
          </MenuItem>
        </Menu>
      </div>
      <div className="flex gap-2">
        <ProjectSelect
          className="min-w-0 flex-1"
          projectId={view.projectId}
          onChange={(projectId) => go({ projectId })}
        />
        <Select
          aria-label="Order"
          value={view.sort}
          onChange={(event) => go({ sort: event.target.value as TasksView['sort'] })}
        >
          <option value="newest">Newest first</option>
          <option value="due">Due first</option>
          <option value="priority">By priority</option>
          <option value="score">What presses most</option>
        </Select>
      </div>
      <FilterBox q={view.q} onFilter={(q) => go({ q })} />
      <ProjectDialog
        open={making}
        onClose={() => setMaking(false)}
        onMade={(projectId) => go({ projectId, view: 'open' })}
      />
    </PageHead>
  )
}
