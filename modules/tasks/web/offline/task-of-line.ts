import { toInstantOrNull } from '#base/time.ts'
import { listProjects, type Project, type Task } from '#modules/tasks/contract.ts'
import { keptAnswers } from '#ui/data/kept-answers.ts'
import { openLineReader } from '../quick-add/line-reader.ts'
import { blankTask } from './new-task.ts'

/** The task that a line will be, read in this browser as the server will read it. */
export async function taskOfLine(line: {
  id: string
  text: string
  literal: string[]
  notes: string
  projectId?: string | undefined
}): Promise<Task> {
  const at = new Date().toISOString()
  const blank = { ...blankTask(line.id, line.text, at), notes: line.notes, projectId: line.projectId ?? null }
  // Where the reader cannot be had either, the line is its title until the server has read it.
  const read = await openLineReader(navigator.language).catch(() => null)
  if (!read) return blank
  const kept = await keptAnswers<{ items: Project[] }>(listProjects.name)
  const projects = kept.flatMap(({ output }) => output.items).filter(({ archived }) => !archived)
  const said = read(line.text, { projects, people: [], literal: line.literal })
  return {
    ...blank,
    title: said.title || line.text,
    priority: said.priority ?? 0,
    startOn: said.startOn,
    dueAt: toInstantOrNull(said.dueAt),
    estimateMin: said.estimateMinutes,
    estimateMax: said.estimateMinutes,
    projectId: said.projectId ?? blank.projectId,
    labels: said.labels,
  }
}
