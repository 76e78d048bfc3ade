import { Fragment } from 'react'

const MENTION = /@\[([^\]\n]{0,200})\]\([0-9a-f-]{36}\)/g

/** The words of a comment; who is mentioned stands out. */
export function CommentText({ body }: { body: string }) {
  const parts = body.split(MENTION)
  return (
    <p className="wrap-anywhere whitespace-pre-wrap">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <span key={index} className="rounded-box bg-yellow px-1 font-semibold text-on-accent">
            @{part}
          </span>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </p>
  )
}
