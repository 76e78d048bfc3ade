import { useEffect, useRef } from 'react'
import Copy from 'lucide-react/icons/copy'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { showToast } from '#ui/toasts.ts'

/** A fresh address, shown this once: only its fingerprint is kept. */
export function NewAddress({ address, onDone }: { address: string; onDone: () => void }) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [address])
  const copy = async () => {
    input.current?.select()
    await navigator.clipboard?.writeText(address).then(
      () => showToast({ message: 'The address is copied' }),
      () => undefined,
    )
  }
  return (
    <div className="sheet flex flex-col gap-3 bg-yellow p-4 text-on-accent">
      <Field
        label="The new address"
        hint="It is shown this once. Whoever has it reads your tasks, so give it to your calendar alone."
      >
        {(control) => (
          <input {...control} ref={input} readOnly className="control w-full font-mono text-sm" value={address} />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button icon={Copy} onClick={() => void copy()}>
          Copy the address
        </Button>
        <Button onClick={onDone}>I have it</Button>
      </div>
    </div>
  )
}
