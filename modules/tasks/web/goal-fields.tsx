import { Field } from '#ui/field.tsx'
import { TextField } from '#ui/text-field.tsx'

/** What makes a project a goal: what is so once it is reached, and the day it is wanted by. */
export interface GoalWords {
  outcome: string
  targetOn: string
}

/** Fields that may stay empty: a project without an outcome is no goal, and that is fine. */
export function GoalFields({ goal, onGoal }: { goal: GoalWords; onGoal: (goal: GoalWords) => void }) {
  return (
    <details>
      <summary className="text-sm font-semibold">It is a goal</summary>
      <div className="mt-3 flex flex-col gap-4">
        <Field label="What is so once you have reached it?" hint="For example: I swim a kilometre without a break">
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={2000}
              className="control w-full resize-y py-2"
              value={goal.outcome}
              onChange={(event) => onGoal({ ...goal, outcome: event.target.value })}
            />
          )}
        </Field>
        <TextField
          label="By when?"
          type="date"
          value={goal.targetOn}
          onValue={(targetOn) => onGoal({ ...goal, targetOn })}
        />
      </div>
    </details>
  )
}

/** The same as the operations take it: what is empty is not said. */
export function goalInput({ outcome, targetOn }: GoalWords): { outcome: string | null; targetOn: string | null } {
  return { outcome: outcome.trim() || null, targetOn: targetOn || null }
}
