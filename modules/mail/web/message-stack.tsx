import { useState } from 'react'
import type { Thread } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { countOf } from '#ui/format.ts'
import { MessageCard } from './message-card.tsx'

const FOLD_FROM = 8

/** The messages of a thread as stacked cards, oldest first, the newest open. Long threads fold their middle. */
export function MessageStack({ thread, messageId }: { thread: Thread; messageId: string | undefined }) {
  const { messages } = thread
  const chosen = messages.some((message) => message.id === messageId) ? messageId : messages.at(-1)?.id
  const [unfolded, setUnfolded] = useState(false)
  const folds = !unfolded && messages.length >= FOLD_FROM
  const hidden = folds ? messages.slice(1, -3).filter((message) => message.id !== chosen) : []
  const shown = messages.filter((message) => !hidden.includes(message))

  return (
    <ol className="m-0 flex list-none flex-col gap-3 p-4 md:p-6" aria-label="Messages, oldest first">
      {shown.map((message, index) => (
        <li key={message.id} className="flex flex-col gap-3">
          <MessageCard summary={message} startsOpen={message.id === chosen} />
          {index === 0 && hidden.length > 0 && (
            <Button className="self-center" onClick={() => setUnfolded(true)}>
              Show {countOf(hidden.length, 'more message')}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
