import { useEffect, useRef, type ClipboardEvent, type MouseEvent } from 'react'
import Bold from 'lucide-react/icons/bold'
import Italic from 'lucide-react/icons/italic'
import List from 'lucide-react/icons/list'
import ListOrdered from 'lucide-react/icons/list-ordered'
import TextQuote from 'lucide-react/icons/text-quote'
import type { Icon } from '#ui/define-web-module.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { cleanHtml } from './clean-html.ts'
import { textOf } from './text-of.ts'

export interface Body {
  html: string
  text: string
}

const tools: [command: string, argument: string | undefined, label: string, icon: Icon][] = [
  ['bold', undefined, 'Bold', Bold],
  ['italic', undefined, 'Italic', Italic],
  ['insertUnorderedList', undefined, 'List', List],
  ['insertOrderedList', undefined, 'Numbered list', ListOrdered],
  ['formatBlock', 'blockquote', 'Quote', TextQuote],
]

interface RichTextProps {
  /** What stands in it first, and again whenever `version` changes. */
  body: Body
  version: number
  takesFocus: boolean
  onChange: (body: Body) => void
}

/** The text of a letter with a little formatting; what is pasted comes as plain text. */
export function RichText({ body, version, takesFocus, onChange }: RichTextProps) {
  const field = useRef<HTMLDivElement>(null)
  const first = useRef(body)
  first.current = body

  useEffect(() => {
    const element = field.current!
    element.replaceChildren(cleanHtml(first.current))
    if (!takesFocus) return
    element.focus()
    getSelection()?.collapse(element, 0)
    element.scrollTop = 0
  }, [version, takesFocus])

  const tell = () => {
    const element = field.current!
    onChange({ html: element.innerHTML, text: textOf(element) })
  }
  // The browser's own commands keep its undo working, which nothing else does.
  const run = (command: string, argument?: string) => {
    field.current!.focus()
    document.execCommand(command, false, argument)
    tell()
  }
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if (!text) return
    event.preventDefault()
    document.execCommand('insertText', false, text)
  }
  const keepSelection = (event: MouseEvent) => event.preventDefault()

  return (
    <div className="flex min-h-52 flex-1 flex-col">
      <div role="group" aria-label="Formatting" className="flex gap-0.5 border-b border-line-soft px-2 py-1">
        {tools.map(([command, argument, label, icon]) => (
          <IconButton
            key={command}
            label={label}
            icon={icon}
            quiet
            onMouseDown={keepSelection}
            onClick={() => run(command, argument)}
          />
        ))}
      </div>
      <div
        ref={field}
        role="textbox"
        aria-multiline="true"
        aria-label="Text"
        tabIndex={0}
        contentEditable
        suppressContentEditableWarning
        className="letter ring-inside min-h-0 flex-1 overflow-y-auto px-4 py-3 break-words"
        onInput={tell}
        onPaste={paste}
      />
    </div>
  )
}
