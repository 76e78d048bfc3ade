import acceptInvitation from '../operations/accept-invitation.ts'
import changeRole from '../operations/change-role.ts'
import createWorkspace from '../operations/create-workspace.ts'
import deleteWorkspace from '../operations/delete-workspace.ts'
import describeUsers from '../operations/describe-users.ts'
import eraseWorkspace from '../operations/erase-workspace.ts'
import invite from '../operations/invite.ts'
import leaveWorkspace from '../operations/leave-workspace.ts'
import listInvitations from '../operations/list-invitations.ts'
import listMembers from '../operations/list-members.ts'
import listWorkspaces from '../operations/list-workspaces.ts'
import openInvitation from '../operations/open-invitation.ts'
import readInvitation from '../operations/read-invitation.ts'
import removeMember from '../operations/remove-member.ts'
import renameWorkspace from '../operations/rename-workspace.ts'
import resendInvitation from '../operations/resend-invitation.ts'
import restoreWorkspace from '../operations/restore-workspace.ts'
import revokeInvitation from '../operations/revoke-invitation.ts'
import switchWorkspace from '../operations/switch-workspace.ts'
import transferOwnership from '../operations/transfer-ownership.ts'

/** Workspaces, members and invitations. */
export const peopleOperations = [
  acceptInvitation,
  changeRole,
  createWorkspace,
  deleteWorkspace,
  describeUsers,
  eraseWorkspace,
  invite,
  leaveWorkspace,
  listInvitations,
  listMembers,
  listWorkspaces,
  openInvitation,
  readInvitation,
  removeMember,
  renameWorkspace,
  resendInvitation,
  restoreWorkspace,
  revokeInvitation,
  switchWorkspace,
  transferOwnership,
]
