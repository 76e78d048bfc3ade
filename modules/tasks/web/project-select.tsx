import { Select } from '#ui/select.tsx'
import { useProjects } from './projects.ts'

interface ProjectSelectProps {
  projectId: string | undefined
  onChange: (projectId: string | undefined) => void
  className?: string
}

/** One project to look at, or all. */
export function ProjectSelect({ projectId, onChange, className }: ProjectSelectProps) {
  const projects = useProjects()
  return (
    <Select
      aria-label="Project"
      className={className}
      value={projectId ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">Every project</option>
      {projects.all.map((project) => (
        <option key={project.id} value={project.id}>
          {project.name} ({project.openTasks})
        </option>
      ))}
    </Select>
  )
}
