import Forward from 'lucide-react/icons/forward'
import Reply from 'lucide-react/icons/reply'
import { getMessage, type Address, type Message } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { useConnection } from '#ui/data/connection.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { fullDate } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { LinkedRecords } from '#ui/linked-records.tsx'
import { setPreferences, usePreferences } from '#ui/preferences.ts'
import { RecordOffers } from '#ui/record-offers.tsx'
import { AttachmentList } from './attachment-list.tsx'
import { compose } from './compose/composing.ts'
import { ContinueDraft } from './continue-draft.tsx'
import { MessageHtml } from './message-html.tsx'
import { SenderTools } from './sender-tools.tsx'
import { MessageText } from './message-text.tsx'

/** The inside of an open card: who got it, what it says, what hangs on it. */
export function MessageDetails({ id }: { id: string }) {
  const message = useOperation(getMessage, { id })
  if (message.isPending) {
    return (
      <div role="status" data-state="loading" className="flex min-h-[60dvh] flex-col gap-2 p-4">
        <span className="sr-only">Loading the message</span>
        <div aria-hidden className="shimmer h-3 w-2/3 rounded-box" />
        <div aria-hidden className="shimmer h-3 w-5/6 rounded-box" />
        <div aria-hidden className="shimmer h-3 w-1/2 rounded-box" />
      </div>
    )
  }
  if (message.isError) return <ErrorState error={message.error} retry={() => void message.refetch()} />
  return <Details message={message.data} />
}

function Details({ message }: { message: Message }) {
  const { mailBody } = usePreferences()
  // The document of a message is the server's alone; its text is here.
  const offline = useConnection() === 'offline'
  const showHtml = message.hasHtml && mailBody === 'html' && !offline
  return (
    <div className="flex flex-col gap-4 px-4 pb-4">
      <div className="flex items-start justify-between gap-3 border-b border-line-soft pb-3 max-md:flex-col">
        <dl className="m-0 grid min-w-0 flex-1 grid-cols-[auto_1fr] gap-x-3 text-sm">
          <Recipients label="To" addresses={message.to} />
          <Recipients label="Cc" addresses={message.cc} />
          <Recipients label="Bcc" addresses={message.bcc} />
          <dt className="text-ink-soft">Date</dt>
          <dd className="m-0">{fullDate(message.date)}</dd>
        </dl>
        <div className="flex flex-wrap items-center gap-1">
          {message.hasHtml && <BodyChoice html={showHtml} />}
          {message.place === 'drafts' ? <ContinueDraft messageId={message.id} /> : <AnswerButtons id={message.id} />}
        </div>
      </div>
      <RecordOffers kind="mail.message" id={message.id} />
      {showHtml ? <MessageHtml message={message} /> : <MessageText message={message} />}
      <AttachmentList attachments={message.attachments} />
      <SenderTools message={message} />
      <LinkedRecords kind="mail.message" id={message.id} accent="green" label="Goes with" />
      <Source message={message} />
    </div>
  )
}

function AnswerButtons({ id }: { id: string }) {
  return (
    <>
      <IconButton
        label="Answer this message"
        icon={Reply}
        quiet
        onClick={() => compose({ kind: 'reply', messageId: id })}
      />
      <IconButton
        label="Forward this message"
        icon={Forward}
        quiet
        onClick={() => compose({ kind: 'forward', messageId: id })}
      />
    </>
  )
}

function Recipients({ label, addresses }: { label: string; addresses: Address[] }) {
  if (addresses.length === 0) return null
  return (
    <>
      <dt className="text-ink-soft">{label}</dt>
      <dd className="m-0 line-clamp-3 break-words">
        {addresses.map(({ name, address }) => (name ? `${name} <${address}>` : address)).join(', ')}
      </dd>
    </>
  )
}

function BodyChoice({ html }: { html: boolean }) {
  const choose = (mailBody: 'html' | 'text') => setPreferences({ mailBody })
  return (
    <div role="group" aria-label="Show the message as" className="flex gap-1">
      <Button aria-pressed={html} look={html ? 'chosen' : 'plain'} onClick={() => choose('html')}>
        Designed
      </Button>
      <Button aria-pressed={!html} look={html ? 'plain' : 'chosen'} onClick={() => choose('text')}>
        Text
      </Button>
    </div>
  )
}

function Source({ message }: { message: Message }) {
  return (
    <details className="text-sm">
      <summary className="w-fit font-semibold">Headers and source</summary>
      <div className="mt-2 flex flex-col gap-2">
        {message.defects.length > 0 && (
          <p className="rounded-box border border-line bg-orange p-2 text-on-accent">
            Broken in the source: {message.defects.join('; ')}
          </p>
        )}
        <pre
          tabIndex={0}
          aria-label="Headers"
          className="m-0 max-h-60 overflow-auto rounded-box bg-sunken p-3 font-mono text-xs"
        >
          {message.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}
        </pre>
        <a href={`/api/v1/emails/${message.id}/source`} download>
          Download the source as it was received
        </a>
      </div>
    </details>
  )
}
