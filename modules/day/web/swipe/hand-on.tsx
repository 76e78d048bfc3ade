import { getMe } from '#modules/identity/contract.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Button } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'

interface Person {
  id: string
  name: string
}

interface HandOnProps {
  members: readonly Person[]
  onChoose: (member: Person | null) => void
  onClose: () => void
}

/** Who takes a task on: somebody of the workspace, or somebody else whom it waits for. */
export function HandOn({ members, onChoose, onClose }: HandOnProps) {
  const me = useOperation(getMe, {}).data?.user.id
  const others = members.filter(({ id }) => id !== me)
  return (
    <Dialog open onClose={onClose} title="Hand on to">
      <div className="flex flex-col gap-2 overflow-y-auto p-4">
        {others.map((member) => (
          <Button key={member.id} onClick={() => onChoose(member)}>
            {member.name}
          </Button>
        ))}
        <Button onClick={() => onChoose(null)}>Somebody else: have it wait</Button>
      </div>
    </Dialog>
  )
}
