import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { forgetDurations, getModel, learnDurations, type DurationModel } from '#modules/insights/contract.ts'
import { Button } from '#ui/button.tsx'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { countOf, fullDate } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'

/** What was learned of how long tasks take, how well it fared, and a way to have it forgotten. */
export function ModelSection() {
  const cache = useQueryClient()
  // Learning is a job: its result is looked for until it is another than the one before.
  const [since, setSince] = useState<string | null | undefined>()
  const model = useOperation(
    getModel,
    {},
    {
      refetchInterval: (data) => (since !== undefined && (data?.learnedAt ?? null) === since ? 500 : false),
    },
  )
  const learning = since !== undefined && (model.data?.learnedAt ?? null) === since
  const refresh = () => void cache.invalidateQueries({ queryKey: operationKey(getModel) })
  const learn = useCommand(learnDurations, { onSuccess: refresh })
  const forget = useCommand(forgetDurations, { onSuccess: refresh })
  return (
    <Section
      title="How long tasks take"
      hint="Learned from your tasks that are done and have time spent. It is shown beside a task, and never replaces your own estimate."
    >
      {model.isPending && <Skeleton rows={2} label="Loading what was learned" />}
      {model.isError && !model.data && <ErrorState error={model.error} retry={() => void model.refetch()} />}
      {model.data && (
        <div className="sheet flex flex-col gap-3 p-4">
          <BackTest model={model.data} />
          <div className="flex flex-wrap gap-2">
            <Button
              disabled={learning}
              onClick={() => {
                setSince(model.data?.learnedAt ?? null)
                learn.mutate({})
              }}
            >
              {learning ? 'Learning' : 'Learn anew'}
            </Button>
            {model.data.state === 'learned' && (
              <Button
                onClick={() => {
                  setSince(undefined)
                  forget.mutate({})
                }}
              >
                Forget all of it
              </Button>
            )}
          </div>
        </div>
      )}
    </Section>
  )
}

function BackTest({ model }: { model: DurationModel }) {
  if (model.state === 'forgotten') return <p>It was forgotten, and nothing is learned until you ask for it.</p>
  if (!model.backTest || model.backTest.tasks === 0)
    return <p data-state="empty">Nothing was learned yet: it takes tasks that are done and have time spent.</p>
  const { backTest } = model
  return (
    <>
      <p>
        From {countOf(model.tasks, 'task')}, {fullDate(model.learnedAt!)}. Looked at: {model.features.join(', ')}.
        {!backTest.used && ' It was no better than the middle of your past tasks, so that the plain range is shown.'}
      </p>
      <table className="w-full border-collapse text-sm tabular-nums">
        <caption className="pb-2 text-left text-ink-soft">
          Tested in the order of time: each task was estimated from those before it.
        </caption>
        <tbody>
          <Row label="Estimates off by a factor of" value={factor(backTest.error)} n={backTest.tasks} />
          <Row label="The middle of your past tasks, off by" value={factor(backTest.medianError)} n={backTest.tasks} />
          {backTest.own.tasks > 0 && (
            <Row label="Your own estimates, off by" value={factor(backTest.own.error)} n={backTest.own.tasks} />
          )}
          {backTest.bands
            .filter(({ tasks }) => tasks > 0)
            .map(({ upTo, tasks, held }) => (
              <Row
                key={upTo}
                label={upTo === null ? 'Within the range, after that' : `Within the range, up to ${upTo} past tasks`}
                value={`${Math.round((100 * held) / tasks)} %`}
                n={tasks}
              />
            ))}
        </tbody>
      </table>
    </>
  )
}

function Row({ label, value, n }: { label: string; value: string; n: number }) {
  return (
    <tr className="border-t border-line-soft">
      <th scope="row" className="py-1.5 pr-3 text-left font-normal">
        {label}
      </th>
      <td className="py-1.5 text-right font-semibold whitespace-nowrap">{value}</td>
      <td className="py-1.5 pl-3 text-right whitespace-nowrap text-ink-soft">n={n.toLocaleString()}</td>
    </tr>
  )
}

/** A mean error of logarithms as a factor: 0.5 is 1.65 times too much or too little. */
function factor(error: number): string {
  return Math.exp(error).toLocaleString(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}
