import { useEffect, useRef } from 'react'
import Copy from 'lucide-react/icons/copy'
import { Button } from '#ui/button.tsx'
import { announce } from '#ui/announce.ts'

/** A token in the one moment it can be read. */
export function NewToken({ made, onDone }: { made: { name: string; token: string }; onDone: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])

  const copy = async () => {
    field.current?.select()
    await navigator.clipboard?.writeText(made.token).catch(() => undefined)
    announce('The token is selected and copied')
  }

  return (
    <div className="raised flex flex-col gap-3 bg-green p-4 text-on-accent">
      <p className="font-semibold">This is the token {made.name}. It is shown this one time; copy it now.</p>
      <input
        ref={field}
        readOnly
        aria-label="The new token"
        value={made.token}
        className="control w-full font-mono text-sm"
      />
      <div className="flex gap-2">
        <Button look="primary" icon={Copy} onClick={() => void copy()}>
          Copy
        </Button>
        <Button onClick={onDone}>I have kept it</Button>
      </div>
    </div>
  )
}
