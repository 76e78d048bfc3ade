import { useEffect, useRef, type ReactNode } from 'react'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Select } from '#ui/select.tsx'
import { emptyCondition, type Condition, type Conditions, type Subject } from './conditions.ts'

const subjects: [subject: Subject, label: string][] = [
  ['from', 'From'],
  ['to', 'To or Cc'],
  ['subject', 'Subject'],
  ['body', 'Text'],
  ['words', 'Anywhere'],
  ['filename', 'Name of a file'],
  ['attachment', 'Attachment'],
  ['list', 'Mailing list'],
  ['larger', 'Larger than'],
  ['smaller', 'Smaller than'],
]

const examples: Partial<Record<Subject, string>> = {
  from: 'ada@example.org',
  to: 'team@example.org',
  filename: 'pdf',
  larger: '5M',
  smaller: '20k',
}

const isSize = (subject: Subject) => subject === 'larger' || subject === 'smaller'

interface ConditionLinesProps {
  value: Conditions
  onChange: (value: Conditions) => void
  /** What stands beside the button for another line. */
  children?: ReactNode
}

/** What mail must say for a rule, a line a condition. */
export function ConditionLines({ value, onChange, children }: ConditionLinesProps) {
  const { match, lines } = value
  const list = useRef<HTMLUListElement>(null)
  const added = useRef(false)
  const change = (index: number, line: Condition) => onChange({ ...value, lines: lines.with(index, line) })

  // Who asks for another line goes on in it.
  useEffect(() => {
    if (added.current) list.current?.querySelector<HTMLElement>('li:last-child select')?.focus()
    added.current = false
  }, [lines.length])

  return (
    <div className="flex flex-col gap-3">
      {lines.length > 1 && (
        <Select
          aria-label="How many of the conditions must hold"
          className="self-start"
          value={match}
          onChange={(event) => onChange({ ...value, match: event.target.value as Conditions['match'] })}
        >
          <option value="all">All of these hold</option>
          <option value="any">Any of these holds</option>
        </Select>
      )}
      <ul ref={list} aria-label="Conditions" className="m-0 flex list-none flex-col gap-3 p-0">
        {lines.map((line, index) => (
          <li key={index}>
            <Line
              line={line}
              number={index + 1}
              onChange={(next) => change(index, next)}
              onRemove={lines.length > 1 ? () => onChange({ ...value, lines: lines.toSpliced(index, 1) }) : undefined}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button
          icon={Plus}
          onClick={() => {
            added.current = true
            onChange({ ...value, lines: [...lines, emptyCondition] })
          }}
        >
          Add a condition
        </Button>
        {children}
      </div>
    </div>
  )
}

interface LineProps {
  line: Condition
  number: number
  onChange: (line: Condition) => void
  onRemove: (() => void) | undefined
}

function Line({ line, number, onChange, onRemove }: LineProps) {
  const { subject, negated, text } = line
  return (
    <fieldset className="m-0 flex min-w-0 items-start gap-1 border-0 p-0">
      <legend className="sr-only">Condition {number}</legend>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
        <Select
          aria-label="What it is about"
          className="min-w-28 flex-1 sm:min-w-36 sm:max-w-44"
          value={subject}
          onChange={(event) => {
            const next = event.target.value as Subject
            const keeps = isSize(next) === isSize(subject) && next !== 'attachment'
            onChange({ subject: next, negated: isSize(next) ? false : negated, text: keeps ? text : '' })
          }}
        >
          {subjects.map(([name, label]) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </Select>
        {!isSize(subject) && (
          <Select
            aria-label="Whether it holds"
            className="min-w-28 flex-1 sm:min-w-36 sm:max-w-44"
            value={negated ? 'not' : ''}
            onChange={(event) => onChange({ ...line, negated: event.target.value === 'not' })}
          >
            <option value="">{subject === 'attachment' ? 'is there' : 'contains'}</option>
            <option value="not">{subject === 'attachment' ? 'is not there' : 'does not contain'}</option>
          </Select>
        )}
        {subject !== 'attachment' && (
          <input
            aria-label={isSize(subject) ? 'Size, such as 5M' : 'Words'}
            className="control min-w-40 flex-2 basis-48"
            maxLength={200}
            autoComplete="off"
            placeholder={examples[subject]}
            value={text}
            onChange={(event) => onChange({ ...line, text: event.target.value })}
          />
        )}
      </div>
      {onRemove && (
        <IconButton label={`Take out condition ${number}`} icon={X} quiet className="mt-0.5" onClick={onRemove} />
      )}
    </fieldset>
  )
}
