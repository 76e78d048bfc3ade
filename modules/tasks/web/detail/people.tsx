import X from 'lucide-react/icons/x'
import { listMembers } from '#modules/identity/contract.ts'
import { AssigneeRole, type Assignee, type Task } from '#modules/tasks/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { Field } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Section } from '#ui/section.tsx'
import { Select } from '#ui/select.tsx'
import { roleName } from '../words.ts'

/** Who has to do with a task, each with a role. Somebody who works alone sees nothing of it. */
export function People({ task, onChange }: { task: Task; onChange: (assignees: Assignee[]) => void }) {
  const members = useOperation(listMembers, { limit: 200 })
  const all = members.data?.items ?? []
  if (all.length < 2 && task.assignees.length === 0) return null
  const nameOf = (id: string) => all.find((member) => member.id === id)?.name ?? 'Somebody who has left'
  const others = all.filter(({ id }) => !task.assignees.some(({ userId }) => userId === id))
  const without = (id: string) => task.assignees.filter(({ userId }) => userId !== id)

  return (
    <Section title="People">
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {task.assignees.map(({ userId, role }) => (
          <li key={userId} className="flex items-center gap-3">
            <span className="min-w-0 flex-1 truncate">{nameOf(userId)}</span>
            <Select
              aria-label={`Role of ${nameOf(userId)}`}
              value={role}
              disabled={task.deletedAt !== null}
              onChange={(event) => onChange([...without(userId), { userId, role: event.target.value as AssigneeRole }])}
            >
              {AssigneeRole.options.map((each) => (
                <option key={each} value={each}>
                  {roleName[each]}
                </option>
              ))}
            </Select>
            <IconButton quiet label={`Take ${nameOf(userId)} off`} icon={X} onClick={() => onChange(without(userId))} />
          </li>
        ))}
      </ul>
      {others.length > 0 && !task.deletedAt && (
        <Field label="Add somebody" hideLabel>
          {(control) => (
            <Select
              {...control}
              value=""
              onChange={(event) => onChange([...task.assignees, { userId: event.target.value, role: 'helper' }])}
            >
              <option value="">Add somebody…</option>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </Section>
  )
}
