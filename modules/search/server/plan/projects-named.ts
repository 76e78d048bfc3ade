import type { Query } from '#base/query/types.ts'
import { walkQuery } from '#base/query/walk-query.ts'
import type { QueryContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { listProjects, type Project } from '#modules/tasks/contract.ts'
import type { SearchTables } from '../database.ts'
import type { ProjectsNamed } from './field-clause.ts'

type Ask = QueryContext<SearchTables>['ask']
const MOST_PAGES = 10

/** How to find projects by name or id; tasks are asked only where a search has `project:` in it. */
export async function projectsNamed(query: Query, ask: Ask): Promise<ProjectsNamed> {
  if (!asksForProjects(query)) return () => []
  const projects = (await allProjects(ask)).map(({ id, name }) => ({ id, name: fold(name) }))
  return (name, prefix) => {
    const wanted = fold(name)
    return projects
      .filter(
        (project) => project.id === wanted || project.name === wanted || (prefix && project.name.startsWith(wanted)),
      )
      .map(({ id }) => id)
  }
}

function asksForProjects({ where }: Query): boolean {
  let found = false
  walkQuery(where, (node) => {
    if (node.kind === 'field' && node.name === 'project') found = true
  })
  return found
}

async function allProjects(ask: Ask): Promise<Project[]> {
  const projects: Project[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await ask(listProjects, { limit: 200, ...(cursor && { cursor }) })
    if (answer instanceof Failure) return projects
    projects.push(...answer.items)
    if (answer.next === null) break
    cursor = answer.next
  }
  return projects
}

const fold = (name: string) => name.normalize('NFKC').toLowerCase()
