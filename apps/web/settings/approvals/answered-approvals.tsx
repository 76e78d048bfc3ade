import { listApprovals, type Approval } from '#kernel/builtin/contract.ts'
import { Chip } from '#ui/chip.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import type { Accent } from '#ui/define-web-module.ts'
import { shortDate } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'

/** How the last requests went. */
export function AnsweredApprovals() {
  const latest = useOperation(listApprovals, { limit: 20 })
  const answered = latest.data?.items.filter(({ state }) => state !== 'waiting') ?? []
  if (answered.length === 0) return null
  return (
    <Section title="Lately">
      <ul className="m-0 flex list-none flex-col gap-2 p-0">
        {answered.map(({ id, state, summary, input, client, requestedAt }) => (
          <li key={id} className="sheet flex flex-wrap items-center gap-3 p-3">
            <div className="min-w-0 flex-1">
              <p className="font-semibold break-words">{[summary, firstText(input)].filter(Boolean).join(': ')}</p>
              <p className="text-sm break-words text-ink-soft">
                {client}, {shortDate(requestedAt)}
              </p>
            </div>
            <Chip accent={states[state].accent}>{states[state].word}</Chip>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What tells one request from another at a glance, such as a title. */
function firstText(input: unknown): string {
  const text = Object.values((input ?? {}) as object).find((value) => typeof value === 'string') as string | undefined
  return text && !/^[0-9a-f-]{36}$/.test(text) ? text.slice(0, 80) : ''
}

const states: Record<Approval['state'], { word: string; accent?: Accent }> = {
  waiting: { word: 'waits' },
  allowed: { word: 'allowed', accent: 'yellow' },
  running: { word: 'at work', accent: 'yellow' },
  done: { word: 'done', accent: 'green' },
  refused: { word: 'did not work', accent: 'red' },
  denied: { word: 'denied', accent: 'red' },
  expired: { word: 'too late' },
}
