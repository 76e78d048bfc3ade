import { useState } from 'react'
import ClipboardCopy from 'lucide-react/icons/clipboard-copy'
import { fillPrompt, type Prompt } from '#modules/capture/contract.ts'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { Field } from '#ui/field.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'

/** A prompt with a field for each of its variables, and a button that copies it filled in. */
export function FillPrompt({ prompt }: { prompt: Prompt }) {
  const [values, setValues] = useState<Record<string, string>>({})
  const [filled, setFilled] = useState<string | null>(null)
  const copy = async () => {
    try {
      const given = Object.entries(values).filter(([, value]) => value.trim() !== '')
      const { text } = await api.call(fillPrompt, {
        id: prompt.id,
        values: given.map(([name, value]) => `${name}=${value}`),
      })
      // Where the browser hands out no clipboard, the text is there to be copied by hand.
      setFilled(text)
      await navigator.clipboard.writeText(text).then(
        () => showToast({ message: 'Copied. Paste it into the program you use.' }),
        () => announce('Here it is, to be copied'),
      )
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <div className="mt-3 flex flex-col gap-3">
      {prompt.variables.map((name) => (
        <Field key={name} label={name}>
          {(control) => (
            <textarea
              {...control}
              rows={1}
              maxLength={20_000}
              className="control w-full resize-y py-2"
              value={values[name] ?? ''}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <pre
        tabIndex={0}
        aria-label={`Text of ${prompt.name}`}
        className="m-0 max-h-60 overflow-auto rounded-box border border-line bg-sunken p-3 font-mono text-xs whitespace-pre-wrap"
      >
        {filled ?? prompt.text}
      </pre>
      <Button icon={ClipboardCopy} className="self-start" onClick={() => void copy()}>
        Fill in and copy
      </Button>
    </div>
  )
}
