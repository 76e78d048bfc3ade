import { accountSource } from './account-source.ts'
import { approvalSource } from './approval-source.ts'
import { changeRefusedSource } from './change-refused-source.ts'
import { delegationSource } from './delegation-source.ts'
import { focusSource } from './focus-source.ts'
import { importSource } from './import-source.ts'
import { invitationSource } from './invitation-source.ts'
import { jobSource } from './job-source.ts'
import { mentionSource } from './mention-source.ts'
import { outgoingSource } from './outgoing-source.ts'
import { reminderSource } from './reminder-source.ts'
import { signInSource } from './sign-in-source.ts'
import { taskReminderSource } from './task-reminder-source.ts'
import type { Source } from './source.ts'

/** Everything that people are told about. */
export const sources: readonly Source[] = [
  accountSource,
  approvalSource,
  importSource,
  invitationSource,
  jobSource,
  signInSource,
  changeRefusedSource,
  outgoingSource,
  reminderSource,
  taskReminderSource,
  delegationSource,
  mentionSource,
  focusSource,
]
