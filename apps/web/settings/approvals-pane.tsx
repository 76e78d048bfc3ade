import { WaitingApprovals } from './approvals/waiting-approvals.tsx'
import { AllowedOperations } from './approvals/allowed-operations.tsx'
import { AnsweredApprovals } from './approvals/answered-approvals.tsx'

/** What assistants ask for, what they may do without asking, and what was answered lately. */
export function Pane() {
  return (
    <div className="flex flex-col gap-8">
      <WaitingApprovals />
      <AllowedOperations />
      <AnsweredApprovals />
    </div>
  )
}
