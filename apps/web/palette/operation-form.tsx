import { useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import Play from 'lucide-react/icons/play'
import { ProblemError } from '#client/problem-error.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { Chip } from '#ui/chip.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { toLink } from '#ui/to-link.ts'
import { useRecordPath } from '#ui/web-modules.ts'
import type { PaletteOperation } from './api-document.ts'
import { callOperation } from './call-operation.ts'
import { MemberField } from './member-field.tsx'

/** An operation as a form made of its input, and its answer below. */
export function OperationForm({
  operation,
  onBack,
  onClose,
}: {
  operation: PaletteOperation
  onBack: () => void
  onClose: () => void
}) {
  const cache = useQueryClient()
  const [form, setForm] = useState<Record<string, string>>({})
  const [file, setFile] = useState<File | null>(null)
  const [sure, setSure] = useState(operation.confirm !== 'always')
  const call = useMutation<unknown, ProblemError>({
    mutationFn: () => callOperation(operation, form, file),
    // Whatever it changed, the pages behind the palette show it.
    onSuccess: () => (operation.kind === 'query' ? undefined : void cache.invalidateQueries()),
  })
  // What is needed comes first: whoever gives no more is done there.
  const members = operation.members.toSorted((a, b) => Number(b.required) - Number(a.required))
  const faults = new Map(call.error?.problem?.errors?.map(({ pointer, message }) => [pointer.slice(1), message]))

  return (
    <div className="flex min-h-0 flex-col overflow-y-auto p-4" tabIndex={0} role="group" aria-label={operation.name}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (sure) call.mutate()
        }}
      >
        <div className="flex flex-wrap items-center gap-2">
          <Button icon={ArrowLeft} onClick={onBack}>
            Back
          </Button>
          <h3 className="text-lg">{operation.summary}</h3>
        </div>
        <p className="flex flex-wrap gap-2 text-sm">
          <Chip accent="lilac">{operation.name}</Chip>
          <code className="font-mono break-all">
            {operation.method} {operation.path}
          </code>
        </p>
        {members.map((member) => (
          <MemberField
            key={member.name}
            member={member}
            value={form[member.name] ?? ''}
            error={faults.get(member.name)}
            onChange={(value) => setForm((now) => ({ ...now, [member.name]: value }))}
          />
        ))}
        {operation.takesFile && (
          <input
            type="file"
            required
            aria-label="File"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        )}
        {operation.confirm === 'always' && (
          <label className="flex items-center gap-2 font-semibold">
            <CheckBox checked={sure} onChange={(event) => setSure(event.target.checked)} />
            Yes, do this
          </label>
        )}
        <Button type="submit" look="primary" icon={Play} className="self-start" disabled={!sure || call.isPending}>
          {call.isPending ? 'Running' : 'Run'}
        </Button>
      </form>
      <div role="status" className="mt-4">
        {call.isError && <ErrorState error={call.error} />}
        {call.isSuccess && <Answer value={call.data} kind={operation.answers} onOpen={onClose} />}
      </div>
    </div>
  )
}

function Answer({ value, kind, onOpen }: { value: unknown; kind: string | null; onOpen: () => void }) {
  const pathOf = useRecordPath()
  const { id } = (value ?? {}) as { id?: unknown }
  const path = kind !== null && typeof id === 'string' ? pathOf({ kind, id, parentId: null }) : null
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  return (
    <section aria-label="Answer" className="flex flex-col gap-2">
      {path && (
        <Link {...toLink(path)} className={buttonClass('primary', 'self-start')} onClick={onOpen}>
          Open it
        </Link>
      )}
      <h4 className="m-0 w-fit rounded-box bg-green px-2 font-head font-bold text-on-accent">Answer</h4>
      <pre
        tabIndex={0}
        aria-label="Answer"
        className="m-0 max-h-80 overflow-auto rounded-box border border-line bg-sunken p-3 font-mono text-xs"
      >
        {text}
      </pre>
    </section>
  )
}
