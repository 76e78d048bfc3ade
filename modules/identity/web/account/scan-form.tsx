import { useState } from 'react'
import { renderSVG } from 'uqr'
import { confirmTotp } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { CopyButton } from '../parts/copy-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { TextField } from '#ui/text-field.tsx'
import { refusal, useSensitiveCommand } from '../parts/use-sensitive-command.tsx'

interface ScanFormProps {
  setUp: { secret: string; uri: string }
  onConfirmed: (recoveryCodes: string[]) => void
  onCancel: () => void
}

/** The picture to scan, the secret as text for who cannot, and the first code as proof. */
export function ScanForm({ setUp, onConfirmed, onCancel }: ScanFormProps) {
  const [code, setCode] = useState('')
  const [confirm, dialog] = useSensitiveCommand(confirmTotp, {
    onSuccess: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
    onError: () => undefined,
  })
  const picture = `data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(setUp.uri))}`
  return (
    <form
      className="sheet flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate({ code })
      }}
    >
      <p>Scan this with your authenticator app, then type the code it shows.</p>
      <div className="flex flex-wrap items-center gap-4">
        <img src={picture} width={180} height={180} alt="QR code with the secret below" className="bg-white" />
        <div className="flex min-w-0 flex-1 flex-col items-start gap-2">
          <p className="text-sm text-ink-soft">Or type the secret:</p>
          <code className="font-mono break-all select-all">{setUp.secret}</code>
          <CopyButton text={setUp.secret} what="The secret" />
        </div>
      </div>
      <TextField
        label="Code"
        className="max-w-60"
        inputMode="numeric"
        autoComplete="one-time-code"
        required
        value={code}
        onValue={setCode}
      />
      <ProblemNote error={refusal(confirm.error)} />
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={!code || confirm.isPending}>
          Turn it on
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
      {dialog}
    </form>
  )
}
