import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import Wand from 'lucide-react/icons/wand-sparkles'
import { importPlan } from '#modules/capture/contract.ts'
import type { ProblemError } from '#client/problem-error.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { Section } from '#ui/section.tsx'

/** Takes what another program answered. It is checked place by place, and shown before anything is made of it. */
export function ImportPlan() {
  const [text, setText] = useState('')
  const navigate = useNavigate()
  const take = useCommand(importPlan, {
    onSuccess: ({ id }) => void navigate({ to: '/capture/{-$captureId}', params: { captureId: id } }),
    onError: () => undefined,
  })
  return (
    <Section title="From a video, or anything else, to tasks" hint="Paste what the program answered to a prompt below.">
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
          if (text.trim() !== '') take.mutate({ text, zone: timeZone, locale: navigator.language })
        }}
      >
        <Field label="The answer" hideLabel>
          {(control) => (
            <textarea
              {...control}
              rows={5}
              maxLength={500_000}
              spellCheck={false}
              placeholder={'{"title": "Sourdough", "items": [{"title": "Feed the starter", "minutes": 10}]}'}
              className="control w-full resize-y py-2 font-mono text-sm"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {take.error && hasPlaces(take.error) ? <Places error={take.error} /> : <ProblemNote error={take.error} />}
        <Button
          type="submit"
          look="primary"
          icon={Wand}
          className="self-start"
          disabled={!text.trim() || take.isPending}
        >
          Check it and show what it brings
        </Button>
      </form>
    </Section>
  )
}

const hasPlaces = ({ problem }: ProblemError) => problem.code === 'bad-plan' && (problem.errors?.length ?? 0) > 0

/** Each place that cannot be read, in words: the third item, its due. */
function Places({ error }: { error: ProblemError }) {
  return (
    <div role="alert" data-state="error" className="rounded-box border-2 border-line bg-red p-3 text-sm text-on-accent">
      <p className="font-semibold">That answer cannot be read as a plan. Nothing was kept; your text is still here.</p>
      <ul className="m-0 mt-1 list-disc pl-5">
        {error.problem.errors!.map(({ pointer, message }) => (
          <li key={pointer + message}>
            {pointer !== '' && <span className="font-semibold">{placeInWords(pointer)}: </span>}
            {message}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** `/items/2/due` is "Item 3, due". */
function placeInWords(pointer: string): string {
  const [head, number, ...rest] = pointer.split('/').slice(1)
  if (head !== 'items' || number === undefined) return [head, number, ...rest].filter(Boolean).join(', ')
  return [`Item ${Number(number) + 1}`, ...rest].join(', ')
}
