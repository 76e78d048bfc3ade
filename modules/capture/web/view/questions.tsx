import { useState } from 'react'
import { answerQuestion, type Capture, type CaptureQuestion } from '#modules/capture/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { TextField } from '#ui/text-field.tsx'

/** At most two questions; each is answered by one press, or skipped. */
export function Questions({ capture, onAnswered }: { capture: Capture; onAnswered: () => void }) {
  const answer = useCommand(answerQuestion, { onSuccess: onAnswered })
  const open = capture.questions
    .map((question, index) => ({ question, number: index + 1 }))
    .filter(({ question }) => question.answer === null && !question.skipped)
  if (open.length === 0) return null
  return (
    <section aria-label="Questions" className="flex flex-col gap-3">
      {open.map(({ question, number }) => (
        <Question
          key={number}
          question={question}
          busy={answer.isPending}
          onAnswer={(said) => answer.mutate({ id: capture.id, question: number, answer: said })}
        />
      ))}
    </section>
  )
}

function Question({
  question,
  busy,
  onAnswer,
}: {
  question: CaptureQuestion
  busy: boolean
  onAnswer: (said: string | null) => void
}) {
  const [day, setDay] = useState('')
  return (
    <fieldset disabled={busy} className="raised m-0 flex flex-col gap-3 bg-yellow p-4 text-on-accent">
      <legend className="float-left mb-1 w-full font-head text-lg font-semibold wrap-anywhere">{question.text}</legend>
      <div className="flex flex-wrap items-end gap-2">
        {question.options.map(({ value, label }) => (
          <Button key={value} onClick={() => onAnswer(value)}>
            {label}
          </Button>
        ))}
        <Button onClick={() => onAnswer(null)}>Skip this</Button>
      </div>
      {question.about === 'date' && (
        <div className="flex flex-wrap items-end gap-2">
          <TextField label="Or on" type="date" value={day} onValue={setDay} />
          <Button disabled={day === ''} onClick={() => onAnswer(day)} className="min-h-10">
            Set this day
          </Button>
        </div>
      )}
    </fieldset>
  )
}
