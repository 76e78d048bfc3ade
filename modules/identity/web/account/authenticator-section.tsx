import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { beginTotp, disableTotp, getSecurity, makeRecoveryCodes } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { operationKey } from '#ui/data/use-operation.ts'
import { countOf } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { showToast } from '#ui/toasts.ts'
import { useSensitiveCommand } from '../parts/use-sensitive-command.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { ScanForm } from './scan-form.tsx'

interface AuthenticatorSectionProps {
  security: { totp: boolean; recoveryCodesLeft: number }
}

/** The second step of signing in: set up, with codes for the day the phone is gone, or turned off. */
export function AuthenticatorSection({ security }: AuthenticatorSectionProps) {
  const cache = useQueryClient()
  const [codes, setCodes] = useState<string[] | null>(null)
  const changed = () => void cache.invalidateQueries({ queryKey: operationKey(getSecurity) })
  const [begin, beginDialog] = useSensitiveCommand(beginTotp)
  const [remake, remakeDialog] = useSensitiveCommand(makeRecoveryCodes, {
    onSuccess: ({ recoveryCodes }) => {
      setCodes(recoveryCodes)
      changed()
    },
  })
  const [disable, disableDialog] = useSensitiveCommand(disableTotp, {
    onSuccess: () => {
      showToast({ message: 'The second step is off; your recovery codes no longer work' })
      begin.reset()
      changed()
    },
  })
  const settingUp = begin.data && !security.totp && !codes
  return (
    <Section
      title="Second step"
      hint="A code of an authenticator app, asked for after your password. A stolen password alone then opens nothing."
    >
      <p className="flex flex-wrap items-center gap-2">
        <Chip accent={security.totp ? 'green' : 'orange'}>{security.totp ? 'on' : 'off'}</Chip>
        {security.totp && <span>{countOf(security.recoveryCodesLeft, 'recovery code')} left</span>}
      </p>
      {codes && <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />}
      {settingUp && (
        <ScanForm
          setUp={begin.data}
          onConfirmed={(made) => {
            setCodes(made)
            begin.reset()
            changed()
          }}
          onCancel={() => begin.reset()}
        />
      )}
      {!security.totp && !settingUp && !codes && (
        <Button className="self-start" onClick={() => begin.mutate({})} disabled={begin.isPending}>
          Set it up
        </Button>
      )}
      {security.totp && !codes && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => remake.mutate({})} disabled={remake.isPending}>
            New recovery codes
          </Button>
          <Button look="danger" onClick={() => disable.mutate({})} disabled={disable.isPending}>
            Turn it off
          </Button>
        </div>
      )}
      {beginDialog}
      {remakeDialog}
      {disableDialog}
    </Section>
  )
}
