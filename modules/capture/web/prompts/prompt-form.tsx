import { lazy, Suspense, useState } from 'react'
import { createPrompt, updatePrompt, type Prompt } from '#modules/capture/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { TextField } from '#ui/text-field.tsx'

const Dialog = lazy(() => import('#ui/dialog.tsx').then((module) => ({ default: module.Dialog })))

/** Writes a prompt of one's own, or changes one. */
export function PromptForm({
  prompt,
  onClose,
  onSaved,
}: {
  prompt: Prompt | null
  onClose: () => void
  onSaved: () => void
}) {
  const [name, setName] = useState(prompt?.name ?? '')
  const [text, setText] = useState(prompt?.text ?? '')
  const quiet = { onSuccess: onSaved, onError: () => undefined }
  const create = useCommand(createPrompt, quiet)
  const update = useCommand(updatePrompt, quiet)
  const save = () => (prompt ? update.mutate({ id: prompt.id, name, text }) : create.mutate({ name, text }))
  return (
    <Suspense>
      <Dialog open onClose={onClose} title={prompt ? 'Change the prompt' : 'New prompt'}>
        <form
          className="flex flex-col gap-4 overflow-y-auto p-4"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() && text.trim()) save()
          }}
        >
          <TextField label="Name" value={name} onValue={setName} maxLength={200} hint="For example A plan for a trip" />
          <Field label="Text" hint="What stands in double braces is filled in each time: {{place}}">
            {(control) => (
              <textarea
                {...control}
                rows={8}
                maxLength={20_000}
                className="control w-full resize-y py-2"
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <ProblemNote error={create.error ?? update.error} />
          <Button
            type="submit"
            look="primary"
            className="self-end"
            disabled={!name.trim() || !text.trim() || create.isPending || update.isPending}
          >
            Keep the prompt
          </Button>
        </form>
      </Dialog>
    </Suspense>
  )
}
