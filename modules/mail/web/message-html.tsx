import { useState, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import Image from 'lucide-react/icons/image'
import ImageOff from 'lucide-react/icons/image-off'
import { allowImages, disallowImages, listImageSenders, type Message, type Sender } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { refreshList, useCursorList } from '#ui/data/use-cursor-list.ts'
import { useCommand } from '#ui/data/use-operation.ts'

/** The designed form of a message, in a frame without scripts, forms or an origin of its own. */
export function MessageHtml({ message }: { message: Message }) {
  const { id, subject, from } = message
  const [tall, setTall] = useState(false)
  // Another document is asked for when the pictures of a sender are shown or hidden.
  const [version, setVersion] = useState(0)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
        <Pictures address={from?.address} onChanged={() => setVersion((now) => now + 1)} />
        <Button className="min-h-8" onClick={() => setTall(!tall)}>
          {tall ? 'Smaller' : 'Taller'}
        </Button>
      </div>
      <iframe
        key={version}
        title={`Message: ${subject}`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        src={`/api/v1/emails/${id}/html`}
        className={classNames(
          'w-full resize-y rounded-box border border-line-soft bg-[#ffffff]',
          tall ? 'h-[200dvh]' : 'h-[60dvh]',
        )}
      />
    </div>
  )
}

function Pictures({ address, onChanged }: { address: string | undefined; onChanged: () => void }) {
  const cache = useQueryClient()
  const senders = useCursorList<Sender>(listImageSenders, {})
  const done = () => {
    void refreshList(cache, listImageSenders)
    onChanged()
  }
  const allow = useCommand(allowImages, { onSuccess: done })
  const disallow = useCommand(disallowImages, { onSuccess: done })
  const allowed = senders.items.find(({ sender }) => address && isOf(sender, address.toLowerCase()))
  if (allowed) {
    return (
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
        <PicturesNote icon={Image}>Pictures of {allowed.sender} are shown, fetched by Daybook.</PicturesNote>
        <Button className="min-h-8" disabled={disallow.isPending} onClick={() => disallow.mutate({ id: allowed.id })}>
          Hide them
        </Button>
      </div>
    )
  }
  return (
    <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
      <PicturesNote icon={ImageOff}>
        Pictures from the internet are not loaded, so the sender does not see that you read this.
      </PicturesNote>
      {address && (
        <Button
          className="min-h-8 max-w-full"
          disabled={allow.isPending}
          onClick={() => allow.mutate({ sender: address })}
        >
          <span className="truncate">Show those of {address}</span>
        </Button>
      )}
    </div>
  )
}

function PicturesNote({ icon: Icon, children }: { icon: typeof Image; children: ReactNode }) {
  return (
    <p className="flex gap-2 text-ink-soft">
      <Icon size={16} aria-hidden className="mt-0.5 shrink-0" />
      <span>{children}</span>
    </p>
  )
}

function isOf(sender: string, address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return sender === address || domain === sender || domain.endsWith(`.${sender}`)
}
