import { createTemplate } from '../../contract.ts'
import { command } from '../database.ts'
import { isProject } from '../find-project.ts'
import { areMembers, peopleOf } from '../people/are-members.ts'
import { insertTemplate, isOutline } from '../templates/store.ts'
import { toTemplate } from '../templates/to-template.ts'

export default command(createTemplate, async (context, input) => {
  const { db, actor, ask, fail } = context
  if (!(await isProject(db, input.projectId))) return fail('project-not-found')
  if (!(await areMembers(ask, actor, peopleOf(input)))) return fail('member-not-found')
  if (!isOutline(input.steps)) return fail('bad-outline')
  return toTemplate(await insertTemplate(context, { ...input, recurrence: null }))
})
