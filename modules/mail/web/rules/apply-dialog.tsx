import { applyRule, type Rule } from '#modules/mail/contract/rules.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { Dialog } from '#ui/dialog.tsx'
import { countOf } from '#ui/format.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { TrialNote } from './trial-note.tsx'
import { useTrial } from './use-trial.ts'

interface ApplyDialogProps {
  rule: Rule
  onApplied: () => void
  onClose: () => void
}

/** Applies a rule to past mail, once it is seen what that would change. */
export function ApplyDialog({ rule, onApplied, onClose }: ApplyDialogProps) {
  const { id, name, query, connectionId, actions } = rule
  const trial = useTrial({ query, connectionId })
  const apply = useCommand(applyRule, { onSuccess: onApplied, onError: () => undefined })
  const { addLabels, move, markRead, star } = actions
  const changes = addLabels.length > 0 || move !== null || markRead || star
  const matched = trial.data?.matched ?? 0
  return (
    <Dialog open onClose={onClose} title={`Apply ${name} to past mail`}>
      <div className="flex flex-col gap-4 overflow-y-auto p-4">
        <TrialNote trial={trial} actions={actions} />
        <p className="text-sm text-ink-soft">
          {changes
            ? 'It is done in the background, with imported mail too, and can be put back. Past mail makes no tasks.'
            : 'This rule makes tasks, and past mail makes none: there is nothing to apply.'}
        </p>
        <ProblemNote error={apply.error} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button className="min-h-10" onClick={onClose}>
            Cancel
          </Button>
          <Button
            look="primary"
            className="min-h-10"
            disabled={!changes || matched === 0 || apply.isPending}
            onClick={() => apply.mutate({ id })}
          >
            {matched > 0 && trial.data?.complete ? `Apply to ${countOf(matched, 'message')}` : 'Apply'}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
