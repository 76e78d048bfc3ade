import { Link } from '@tanstack/react-router'
import type { Briefing } from '#modules/day/contract.ts'
import { dayInWords } from '#ui/format.ts'
import { Card } from './card.tsx'

/** The rest of the briefing: who is waited for, mail to answer, and tasks in four fields. */
export function BriefingCards({ briefing }: { briefing: Briefing }) {
  const { waiting, awaited, answers } = briefing
  return (
    <>
      {answers.length > 0 && (
        <Card title="Mail to answer">
          <ul aria-label="Mail to answer" className="m-0 flex list-none flex-col gap-2 p-0">
            {answers.slice(0, 5).map(({ messageId, title, quote }) => (
              <li key={`${messageId} ${title}`}>
                <Link
                  to="/messages/$messageId"
                  params={{ messageId }}
                  className="font-medium text-ink no-underline wrap-anywhere hover:underline"
                >
                  {title}
                </Link>
                <p className="line-clamp-2 text-sm text-ink-soft wrap-anywhere">{quote}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {waiting.length + awaited.length > 0 && (
        <Card title="Waiting for">
          <ul aria-label="Waiting for" className="m-0 flex list-none flex-col gap-1.5 p-0">
            {waiting.slice(0, 5).map((task) => (
              <li key={task.id}>
                <Link
                  to="/tasks/{-$taskId}"
                  params={{ taskId: task.id }}
                  className="text-ink no-underline wrap-anywhere hover:underline"
                >
                  {task.title}
                </Link>
              </li>
            ))}
            {awaited.slice(0, 5).map(({ messageId, subject, dueAt }) => (
              <li key={`${messageId} ${dueAt}`}>
                <Link
                  to="/messages/$messageId"
                  params={{ messageId }}
                  className="text-ink no-underline wrap-anywhere hover:underline"
                >
                  An answer to “{subject}”
                </Link>{' '}
                <span className="text-sm text-ink-soft">{dayInWords(dueAt)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {briefing.open > 0 && <Matrix matrix={briefing.matrix} />}
    </>
  )
}

const fields = [
  ['urgentImportant', 'Urgent and important', 'Do'],
  ['important', 'Important', 'Plan'],
  ['urgent', 'Urgent', 'Hand on'],
  ['neither', 'Neither', 'Let be'],
] as const

/** Eisenhower’s four fields. */
function Matrix({ matrix }: Pick<Briefing, 'matrix'>) {
  return (
    <details className="sheet">
      <summary className="flex min-h-11 cursor-pointer items-center px-4 font-head text-lg font-bold">
        Four fields
      </summary>
      <div className="grid grid-cols-2 border-t-(length:--border) border-line">
        {fields.map(([name, label, verb], index) => (
          <section
            key={name}
            aria-label={label}
            className={`flex min-w-0 flex-col gap-1 p-3 ${index % 2 ? '' : 'border-r border-line-soft'} ${index < 2 ? 'border-b border-line-soft' : ''}`}
          >
            <h3 className="text-sm">{verb}</h3>
            <p className="text-xs text-ink-soft">{label}</p>
            <ul className="m-0 list-none p-0 text-sm">
              {matrix[name].slice(0, 5).map(({ id, title }) => (
                <li key={id} className="truncate">
                  <Link
                    to="/tasks/{-$taskId}"
                    params={{ taskId: id }}
                    className="text-ink no-underline hover:underline"
                  >
                    {title}
                  </Link>
                </li>
              ))}
              {matrix[name].length === 0 && <li className="text-ink-soft">none</li>}
            </ul>
          </section>
        ))}
      </div>
    </details>
  )
}
