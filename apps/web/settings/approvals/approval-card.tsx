import Bot from 'lucide-react/icons/bot'
import Check from 'lucide-react/icons/check'
import X from 'lucide-react/icons/x'
import type { Approval } from '#kernel/builtin/contract.ts'
import { Button } from '#ui/button.tsx'
import { timeOfDay } from '#ui/format.ts'
import { GivenInput } from './given-input.tsx'
import { useDecide } from './use-decide.ts'

/** One request: who asks, what for, with what, and the answers to it. */
export function ApprovalCard({ approval }: { approval: Approval }) {
  const { summary, operation, client, input, expiresAt, mayRemember } = approval
  const { decide, allowAlways, busy } = useDecide(approval)
  return (
    <li className="raised flex flex-col gap-3 p-4">
      <div className="flex items-start gap-3">
        <span className="flex size-10 shrink-0 items-center justify-center rounded-box border border-line bg-lilac text-on-accent">
          <Bot size={20} aria-hidden />
        </span>
        <div className="min-w-0 flex-1">
          <h3 className="text-base break-words">{summary}</h3>
          <p className="text-sm break-words text-ink-soft">
            {client} asks for <code className="font-mono">{operation}</code>, until {timeOfDay(expiresAt)}
          </p>
        </div>
      </div>
      <GivenInput input={input} />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" icon={Check} disabled={busy} onClick={() => decide(true)}>
          Allow once
        </Button>
        {mayRemember && (
          <Button disabled={busy} onClick={allowAlways}>
            Always allow this
          </Button>
        )}
        <Button look="danger" icon={X} disabled={busy} onClick={() => decide(false)}>
          Deny
        </Button>
      </div>
    </li>
  )
}
