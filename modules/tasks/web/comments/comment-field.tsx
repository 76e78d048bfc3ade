import { useEffect, useId } from 'react'
import { announce } from '#ui/announce.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Field } from '#ui/field.tsx'
import { isSending, useMentions } from './use-mentions.ts'

interface CommentFieldProps {
  label: string
  /** The element's id, for a key that goes there. */
  anchor?: string
  body?: string
  act: string
  /** Whether it took what was written. */
  onSay: (body: string) => Promise<boolean>
  onCancel?: () => void
}

/** Where a comment is written or changed; an at sign offers people. */
export function CommentField({ label, anchor, body, act, onSay, onCancel }: CommentFieldProps) {
  const mentions = useMentions(body)
  const list = useId()
  const say = async () => {
    if (mentions.kept === '') return
    if (await onSay(mentions.kept)) mentions.reset()
  }
  const offered = mentions.offers.length > 0
  // A text of many lines is no combobox, so that what is offered is said.
  useEffect(() => {
    if (offered) announce('People are offered: arrows choose, Enter takes')
  }, [offered])
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void say()
      }}
    >
      <Field label={label} hint="@ mentions somebody; Ctrl and Enter send it">
        {(control) => (
          <div className="relative" id={anchor}>
            <textarea
              {...control}
              ref={(element) => {
                mentions.field.current = element
              }}
              rows={3}
              maxLength={20_000}
              aria-autocomplete="list"
              aria-haspopup="listbox"
              aria-controls={list}
              aria-activedescendant={offered ? `${list}-${mentions.active}` : undefined}
              className="control w-full resize-y py-2"
              value={mentions.text}
              onChange={(event) => mentions.type(event.target.value)}
              onKeyDown={(event) => {
                if (mentions.onKey(event)) return
                if (isSending(event)) void say()
                if (event.key !== 'Escape' || !onCancel) return
                event.stopPropagation()
                onCancel()
              }}
            />
            <ul
              id={list}
              role="listbox"
              aria-label="People"
              hidden={!offered}
              className="raised absolute inset-x-0 top-full z-20 mt-1 max-h-60 list-none overflow-y-auto p-1"
            >
              {mentions.offers.map(({ id, name }, index) => (
                <li
                  key={id}
                  id={`${list}-${index}`}
                  role="option"
                  aria-selected={index === mentions.active}
                  className={classNames(
                    'flex min-h-9 cursor-pointer items-center rounded-box px-2 text-sm font-medium',
                    index === mentions.active && 'bg-yellow text-on-accent underline',
                  )}
                  onPointerDown={(event) => {
                    event.preventDefault()
                    mentions.pick(index)
                  }}
                >
                  {name}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Field>
      <div className="flex justify-end gap-2">
        {onCancel && <Button onClick={onCancel}>Cancel</Button>}
        <Button type="submit" look="accent" disabled={mentions.kept === ''}>
          {act}
        </Button>
      </div>
    </form>
  )
}
