import { useQueryClient } from '@tanstack/react-query'
import { blockSender, unblockSender, type Message } from '#modules/mail/contract.ts'
import { getUnsubscribe, unsubscribe, type UnsubscribeOptions } from '#modules/mail/contract/unsubscribing.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { operationKey, useCommand, useOperation } from '#ui/data/use-operation.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { compose } from './compose/composing.ts'

/** What one can do about a sender: leave their list, or let nothing of theirs into the inbox. */
export function SenderTools({ message }: { message: Message }) {
  const isList = message.headers.some(({ name }) => /^list-unsubscribe$/i.test(name))
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      {isList && <LeaveList message={message} />}
      {message.from && <Block address={message.from.address} />}
    </div>
  )
}

function LeaveList({ message }: { message: Message }) {
  const cache = useQueryClient()
  const { id } = message
  const { data } = useOperation(getUnsubscribe, { id })
  const leave = useCommand(unsubscribe, {
    onSuccess: () => {
      showToast({ message: 'Daybook asks the list to leave you out' })
      void cache.invalidateQueries({ queryKey: operationKey(getUnsubscribe) })
    },
  })
  if (!data) return null
  if (data.last && data.last.state !== 'failed') {
    return (
      <p className="font-semibold">
        {data.last.state === 'done' ? 'You have left this list.' : 'Daybook is asking the list to leave you out.'}
      </p>
    )
  }
  return (
    <>
      {data.last?.problem && <p>The list did not answer as it should. Try again, or another way.</p>}
      <Ways options={data} busy={leave.isPending} onLeave={() => leave.mutate({ id })} />
    </>
  )
}

function Ways({ options, busy, onLeave }: { options: UnsubscribeOptions; busy: boolean; onLeave: () => void }) {
  const { oneClick, mail, page } = options
  if (oneClick) {
    return (
      <Button disabled={busy} title={`Daybook sends one request to ${oneClick.host}`} onClick={onLeave}>
        Unsubscribe
      </Button>
    )
  }
  if (mail) {
    const { to, subject, body } = mail
    return (
      <Button onClick={() => compose({ kind: 'new', to: [{ name: '', address: to }], subject, text: body })}>
        Unsubscribe by a message
      </Button>
    )
  }
  if (!page) return null
  return (
    <a href={page} target="_blank" rel="noopener noreferrer" className={buttonClass()}>
      Unsubscribe at {new URL(page).host}
    </a>
  )
}

function Block({ address }: { address: string }) {
  const block = useCommand(blockSender, {
    onSuccess: ({ id }) =>
      showToast({
        message: `New mail of ${address} goes to junk`,
        undo: () => void api.call(unblockSender, { id }).catch(showProblem),
      }),
  })
  return (
    <Button disabled={block.isPending} onClick={() => block.mutate({ sender: address })}>
      Block {address}
    </Button>
  )
}
