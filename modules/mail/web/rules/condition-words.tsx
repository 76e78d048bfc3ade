import { Fragment } from 'react'
import { listConnections } from '#modules/connections/contract.ts'
import { Chip } from '#ui/chip.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { toConditions, type Condition, type Subject } from './conditions.ts'

const phrases: Record<Subject, (text: string) => string> = {
  from: (text) => `from ${text}`,
  to: (text) => `to ${text}`,
  subject: (text) => `subject: ${text}`,
  body: (text) => `text: ${text}`,
  words: (text) => `anywhere: ${text}`,
  filename: (text) => `file: ${text}`,
  list: (text) => `mailing list: ${text}`,
  attachment: () => 'with an attachment',
  larger: (text) => `larger than ${text}`,
  smaller: (text) => `smaller than ${text}`,
}

/** Which mail a rule is for: a chip a condition, or the search it is written as. */
export function ConditionWords({ query }: { query: string }) {
  const conditions = toConditions(query)
  if (!conditions) {
    return (
      <p className="break-words">
        <code className="rounded-box bg-sunken px-1.5 py-0.5 font-mono text-sm">{query}</code>
      </p>
    )
  }
  const { match, lines } = conditions
  return (
    <p className="flex flex-wrap items-center gap-1.5">
      {lines.length === 0 ? 'All mail' : 'Mail'}
      {lines.map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <span>{match === 'all' ? 'and' : 'or'}</span>}
          <Chip accent={line.negated ? 'pink' : 'yellow'} className="max-w-full">
            {phraseOf(line)}
          </Chip>
        </Fragment>
      ))}
    </p>
  )
}

/** The account that a rule is for. */
export function AccountWords({ id }: { id: string }) {
  const accounts = useOperation(listConnections, {})
  const address = accounts.data?.items.find((account) => account.id === id)?.address
  return address ? <p className="text-sm text-ink-soft">Only of {address}</p> : null
}

const phraseOf = ({ subject, negated, text }: Condition) => `${negated ? 'not ' : ''}${phrases[subject](text)}`
