import { lazy, Suspense } from 'react'
import type { Project } from '#modules/tasks/contract.ts'
import { ProjectForm } from './projects/project-form.tsx'

const Dialog = lazy(() => import('#ui/dialog.tsx').then((module) => ({ default: module.Dialog })))

interface ProjectDialogProps {
  open: boolean
  /** The one to change; a new one where there is none. */
  project?: Project | undefined
  onClose: () => void
  onMade: (id: string) => void
}

/** Makes or changes a project above the page. */
export function ProjectDialog({ open, project, onClose, onMade }: ProjectDialogProps) {
  if (!open) return null
  return (
    <Suspense>
      <Dialog open onClose={onClose} title={project ? 'Change the project' : 'New project'}>
        <ProjectForm
          project={project ?? null}
          onDone={(id) => {
            onClose()
            onMade(id)
          }}
        />
      </Dialog>
    </Suspense>
  )
}
