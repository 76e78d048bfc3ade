import { getMe, listMembers, type Member } from '#modules/identity/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'

/** The people of the workspace, whom of them one is, and what each is called: oneself `You`, unless named in full. */
export function useMembers(): {
  me: string | undefined
  others: Member[]
  nameOf: (id: string, full?: boolean) => string
} {
  const me = useOperation(getMe, {}).data?.user.id
  const all = useOperation(listMembers, { limit: 200 }).data?.items ?? []
  return {
    me,
    others: all.filter(({ id, role, active }) => id !== me && active && role !== 'guest'),
    nameOf: (id, full) =>
      id === me && !full ? 'You' : (all.find((member) => member.id === id)?.name ?? 'Somebody who has left'),
  }
}
