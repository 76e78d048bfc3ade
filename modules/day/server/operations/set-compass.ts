import { personOf } from '#kernel/actor.ts'
import type { CommandContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { listProjects } from '../../../tasks/contract.ts'
import { dayChanged, setCompass } from '../../contract.ts'
import { command } from '../database.ts'
import { savePerson } from '../find-person.ts'

export default command(setCompass, async ({ db, actor, ask, emit, fail }, { zones }) => {
  const wanted = new Set(zones.flatMap(({ projectIds }) => projectIds))
  if (!(await areProjects(ask, wanted))) return fail('project-not-found')
  const personId = personOf(actor)
  await savePerson(db, personId, { compass: JSON.stringify(zones) })
  emit(dayChanged, { id: personId, part: 'compass' })
  return { zones }
})

async function areProjects(ask: CommandContext<never>['ask'], wanted: ReadonlySet<string>): Promise<boolean> {
  const left = new Set(wanted)
  let cursor: string | undefined
  while (left.size > 0) {
    const projects = await ask(listProjects, { limit: 200, ...(cursor && { cursor }) })
    if (projects instanceof Failure) return false
    for (const { id } of projects.items) left.delete(id)
    if (projects.next === null) break
    cursor = projects.next
  }
  return left.size === 0
}
