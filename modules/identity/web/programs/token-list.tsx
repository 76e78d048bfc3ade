import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import KeyRound from 'lucide-react/icons/key-round'
import { createToken, listTokens, revokeToken, type Token } from '#modules/identity/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { shortDate } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toasts.ts'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { ShownOnce } from '../parts/shown-once.tsx'
import { useSensitiveCommand } from '../parts/use-sensitive-command.tsx'
import { scopesInWords } from './scopes.ts'
import { TokenForm } from './token-form.tsx'

/** The tokens of programs: made here, shown once, revoked at any time. */
export function TokenList() {
  const cache = useQueryClient()
  const [made, setMade] = useState<{ name: string; token: string } | null>(null)
  const tokens = useOperation(listTokens, {})
  const [create, dialog] = useSensitiveCommand(createToken, {
    onSuccess: (token) => {
      setMade(token)
      void cache.invalidateQueries({ queryKey: operationKey(listTokens) })
    },
  })
  return (
    <Section
      title="Tokens"
      hint="For scripts and other programs. A token does what you let it do, in this workspace, until it ends or you revoke it."
    >
      {tokens.isPending && <Skeleton rows={1} label="Loading the tokens" />}
      {tokens.isError && <ErrorState error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.data?.items.length === 0 && (
        <p data-state="empty">There is no token yet. Make one for your first script.</p>
      )}
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {tokens.data?.items.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </ul>
      {made && (
        <ShownOnce
          title={`This is the token ${made.name}. It is shown this one time; copy it now.`}
          what="The new token"
          text={made.token}
          onDone={() => setMade(null)}
        />
      )}
      <TokenForm busy={create.isPending} onCreate={(input) => create.mutate(input)} />
      {dialog}
    </Section>
  )
}

function TokenRow({ token }: { token: Token }) {
  const cache = useQueryClient()
  const revoke = useCommand(revokeToken, {
    onSuccess: () => {
      showToast({ message: `The token ${token.name} is revoked` })
      void cache.invalidateQueries({ queryKey: operationKey(listTokens) })
    },
  })
  return (
    <li className="sheet flex flex-wrap items-center gap-3 p-3">
      <KeyRound size={20} aria-hidden />
      <div className="min-w-0 flex-1">
        <p className="font-semibold break-words">{token.name}</p>
        <p className="flex flex-wrap gap-x-2 gap-y-1 text-sm text-ink-soft">
          Made {shortDate(token.createdAt)}
          {token.expiresAt && <span>until {shortDate(token.expiresAt)}</span>}
          <span>{token.lastUsedAt ? `last used ${shortDate(token.lastUsedAt)}` : 'not used yet'}</span>
          {scopesInWords(token.scopes).map((words) => (
            <Chip key={words}>{words}</Chip>
          ))}
        </p>
      </div>
      <Button look="danger" onClick={() => revoke.mutate({ id: token.id })} disabled={revoke.isPending}>
        Revoke<span className="sr-only"> {token.name}</span>
      </Button>
    </li>
  )
}
