import { Link } from '@tanstack/react-router'
import { changeItem, ItemKind, type CaptureItem } from '#modules/capture/contract.ts'
import type { CaptureDiffItem } from '#modules/tasks/contract.ts'
import { accentBackground } from '#ui/accent.ts'
import { CheckBox } from '#ui/check-box.tsx'
import { classNames } from '#ui/class-names.ts'
import { api } from '#ui/data/api.ts'
import { Select } from '#ui/select.tsx'
import { showProblem } from '#ui/toasts.ts'
import { kindAccent, kindIcon, kindName } from '../words.ts'
import { ItemFacts } from './item-facts.tsx'
import { ItemLine } from './item-line.tsx'
import { noteSave } from './line-saves.ts'

type Change = Partial<Pick<CaptureItem, 'kind' | 'text' | 'chosen'>>

/** One piece: whether it is made, as what, and its line to change in place. */
export function DiffItem({
  item,
  becomes,
  locked,
  onChanged,
}: {
  item: CaptureItem
  becomes: CaptureDiffItem | undefined
  locked: boolean
  onChanged: () => void
}) {
  const change = (fields: Change) => {
    const saving = api.call(changeItem, { id: item.id, ...fields })
    noteSave(saving)
    saving.then(onChanged, (error: unknown) => {
      showProblem(error)
      onChanged()
    })
  }
  const Icon = kindIcon[item.kind]
  const fixed = locked || item.accepted
  return (
    <li className={classNames('sheet flex gap-3 p-3', !item.chosen && !item.accepted && 'bg-sunken')}>
      <span
        className={classNames(
          'inline-flex size-9 shrink-0 max-sm:hidden items-center justify-center rounded-box border-(length:--border) border-line text-on-accent',
          accentBackground(kindAccent[item.kind]),
        )}
      >
        <Icon size={18} aria-hidden />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <div className="flex flex-wrap items-center gap-2">
          {!item.accepted && (
            <CheckBox
              aria-label={`Make it: ${item.text}`}
              checked={item.chosen}
              disabled={fixed}
              onChange={(event) => change({ chosen: event.target.checked })}
            />
          )}
          {fixed ? (
            <span className="min-w-0 flex-1 font-semibold wrap-anywhere">{item.text}</span>
          ) : (
            <ItemLine item={item} onSave={(text) => change({ text })} />
          )}
          {fixed ? (
            <span className="text-sm font-semibold">{kindName[item.kind]}</span>
          ) : (
            <Select
              aria-label={`What it is: ${item.text}`}
              className="w-32"
              value={item.kind}
              onChange={(event) => change({ kind: event.target.value as ItemKind })}
            >
              {ItemKind.options.map((kind) => (
                <option key={kind} value={kind}>
                  {kindName[kind]}
                </option>
              ))}
            </Select>
          )}
        </div>
        {becomes && <ItemFacts item={item} becomes={becomes} />}
        {becomes?.record && (
          <Link
            to={becomes.record.kind === 'tasks.project' ? '/tasks' : `/tasks/${becomes.record.id}`}
            search={becomes.record.kind === 'tasks.project' ? { project: becomes.record.id } : {}}
            className="min-h-6 self-start text-sm font-semibold"
          >
            {becomes.record.kind === 'tasks.project' ? 'Open the project' : 'Open the task'}
          </Link>
        )}
      </div>
    </li>
  )
}
