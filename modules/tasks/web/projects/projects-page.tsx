import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import FolderPlus from 'lucide-react/icons/folder-plus'
import { listProjects, orderProjects, updateProject, type Project } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Column, PageHead } from '#ui/page.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'
import { ProjectDialog } from '../project-dialog.tsx'
import { ProjectRow } from './project-row.tsx'
import { orderAfterMove, toTree } from './project-tree.ts'

/** All projects as a tree: made, changed, ordered and put away. */
export function Page() {
  const cache = useQueryClient()
  const projects = useOperation(listProjects, { limit: 200 })
  const [editing, setEditing] = useState<Project | null | 'new'>(null)
  const refresh = () => void cache.invalidateQueries({ queryKey: operationKey(listProjects) })
  const order = useCommand(orderProjects, { onSuccess: refresh })
  const update = useCommand(updateProject, { onSuccess: refresh })
  const all = projects.data?.items ?? []
  const current = toTree(all.filter(({ archived }) => !archived))
  const away = toTree(all.filter(({ archived }) => archived))

  function archive({ id, rev, name, archived }: Project): void {
    const undo = () => update.mutate({ id, archived })
    update.mutate(
      { id, rev, archived: !archived },
      { onSuccess: () => showToast({ message: archived ? `${name} is taken up again` : `${name} is put away`, undo }) },
    )
  }

  const rows = (list: typeof current) =>
    list.map((placed) => (
      <li key={placed.project.id}>
        <ProjectRow
          placed={placed}
          onEdit={setEditing}
          onArchive={() => archive(placed.project)}
          onMove={(by) => {
            const ids = orderAfterMove(list, placed.project.id, by)
            if (ids) order.mutate({ ids })
          }}
        />
      </li>
    ))

  return (
    <>
      <PageHead
        title="Projects"
        accent="green"
        aside={
          <Button icon={FolderPlus} onClick={() => setEditing('new')}>
            New project
          </Button>
        }
      />
      <Column>
        {projects.isPending && <Skeleton rows={4} label="Loading the projects" />}
        {projects.isError && <ErrorState error={projects.error} retry={() => void projects.refetch()} />}
        {projects.data && all.length === 0 && (
          <p data-state="empty">
            There is no project yet. Make one for tasks that belong together, such as Website or Garden.
          </p>
        )}
        {current.length > 0 && (
          <ul aria-label="Projects" className="m-0 flex list-none flex-col gap-2 p-0">
            {rows(current)}
          </ul>
        )}
        {away.length > 0 && (
          <Section title="Put away">
            <ul aria-label="Projects that are put away" className="m-0 flex list-none flex-col gap-2 p-0">
              {rows(away)}
            </ul>
          </Section>
        )}
      </Column>
      <ProjectDialog
        key={editing === null || editing === 'new' ? 'new' : editing.id}
        open={editing !== null}
        project={editing === null || editing === 'new' ? undefined : editing}
        onClose={() => setEditing(null)}
        onMade={refresh}
      />
    </>
  )
}
