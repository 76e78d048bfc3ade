import { useMe } from '../use-me.ts'
import { InvitationList } from './invitation-list.tsx'
import { MemberList } from './member-list.tsx'

/** Who is in the workspace, and who is invited. */
export function Pane() {
  const me = useMe()
  const manages = me?.role === 'owner' || me?.role === 'admin'
  return (
    <>
      <MemberList me={me} />
      {manages && <InvitationList owner={me.role === 'owner'} />}
    </>
  )
}
