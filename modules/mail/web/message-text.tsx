import { Fragment, useMemo } from 'react'
import type { Message } from '#modules/mail/contract.ts'
import { splitText, type TextPart } from './split-text.ts'

/** The text of a message: links to click, quotes folded away. */
export function MessageText({ message }: { message: Message }) {
  const parts = useMemo(() => splitText(message.text), [message.text])
  const lookOfText = patch.test(message.text) ? 'font-mono text-sm' : 'font-sans'
  if (message.text.trim() === '') return <p className="text-ink-soft">This message has no text.</p>
  return (
    <div className="flex flex-col gap-2 overflow-x-auto">
      {parts.map((part, index) => (
        <Part key={index} part={part} look={lookOfText} />
      ))}
      {message.truncated && <p className="font-semibold">This message is very long; the rest is in its source.</p>}
    </div>
  )
}

function Part({ part, look }: { part: TextPart; look: string }) {
  const text = <pre className={`m-0 break-words whitespace-pre-wrap ${look}`}>{linked(part.text)}</pre>
  if (!part.quoted || part.text.split('\n').length <= 3) {
    return part.quoted ? (
      <blockquote className="m-0 border-l-4 border-line-soft pl-3 text-ink-soft">{text}</blockquote>
    ) : (
      text
    )
  }
  return (
    <details>
      <summary className="w-fit rounded-box border border-line-soft px-2 text-sm">Quoted text</summary>
      <blockquote className="m-0 mt-2 border-l-4 border-line-soft pl-3 text-ink-soft">{text}</blockquote>
    </details>
  )
}

// Columns matter in a patch.
const patch = /^(diff --git |@@ |\+\+\+ |Index: )/m

const address = /\bhttps?:\/\/[^\s<>"]+[^\s<>"'.,;:!?)\]}]/g

function linked(text: string) {
  const pieces = []
  let end = 0
  for (const match of text.matchAll(address)) {
    pieces.push(text.slice(end, match.index))
    pieces.push(
      <a key={match.index} href={match[0]} target="_blank" rel="noopener noreferrer">
        {match[0]}
      </a>,
    )
    end = match.index + match[0].length
  }
  pieces.push(text.slice(end))
  return pieces.map((piece, index) => <Fragment key={index}>{piece}</Fragment>)
}
