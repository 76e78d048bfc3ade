import { useEffect, useRef, useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMutation } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { PageHead } from '#ui/page.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { LineChips } from '../quick-add/line-chips.tsx'
import { saveLine } from '../quick-add/save-line.ts'
import { useQuickLine } from '../quick-add/use-quick-line.ts'
import { sharedLine } from './shared-line.ts'

/** One task to add, perhaps of what another app shared with this one. It works without the server too. */
export function Page() {
  const shared = sharedLine(useSearch({ strict: false }) as Record<string, string>)
  const navigate = useNavigate()
  const line = useQuickLine()
  const [notes, setNotes] = useState(shared.notes)
  const field = useRef<HTMLInputElement>(null)
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    line.type(shared.text)
    field.current?.focus()
  })
  const save = useMutation({
    mutationFn: saveLine,
    onSuccess: (task) => {
      showToast({ message: `Added ${task.title}` })
      void navigate({ to: '/tasks/{-$taskId}', params: { taskId: task.id } })
    },
    onError: showProblem,
  })
  const chips = line.read?.chips ?? []
  const untitled = line.text.trim() === '' || line.read?.title === ''
  return (
    <>
      <PageHead title="Add a task" accent="green" />
      <form
        className="flex max-w-160 flex-col gap-5 p-4 md:p-6"
        onSubmit={(event) => {
          event.preventDefault()
          if (!untitled && !save.isPending) save.mutate({ text: line.text.trim(), literal: line.literal, notes })
        }}
      >
        <Field label="What is to be done?" hint="A date, a #label or a +project in it is understood">
          {(control) => (
            <input
              {...control}
              ref={field}
              autoComplete="off"
              maxLength={500}
              className="control w-full"
              value={line.text}
              onChange={(event) => line.type(event.target.value)}
            />
          )}
        </Field>
        {chips.length > 0 && <LineChips id="add-chips" chips={chips} onReject={line.reject} />}
        <Field label="Notes">
          {(control) => (
            <textarea
              {...control}
              rows={6}
              maxLength={100_000}
              className="control w-full resize-y py-2"
              value={notes}
              onChange={(event) => setNotes(event.target.value)}
            />
          )}
        </Field>
        <Button
          type="submit"
          look="primary"
          icon={Plus}
          className="min-h-11 self-start"
          disabled={untitled || save.isPending}
        >
          Add
        </Button>
      </form>
    </>
  )
}
