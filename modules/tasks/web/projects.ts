import { useMemo } from 'react'
import { listProjects, type Project } from '#modules/tasks/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'

/** The projects, and each by its id. */
export function useProjects(): { all: Project[]; byId: Map<string, Project> } {
  const { data } = useOperation(listProjects, { limit: 200 })
  return useMemo(() => {
    const all = data?.items ?? []
    return { all, byId: new Map(all.map((project) => [project.id, project])) }
  }, [data])
}
