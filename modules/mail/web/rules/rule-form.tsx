import { useState, type ReactNode } from 'react'
import { useMutation } from '@tanstack/react-query'
import { listConnections } from '#modules/connections/contract.ts'
import { createRule, updateRule, type Rule, type RuleActions } from '#modules/mail/contract/rules.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { Select } from '#ui/select.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toasts.ts'
import { ActionFields } from './action-fields.tsx'
import { ConditionField } from './condition-field.tsx'
import { TrialNote } from './trial-note.tsx'
import { useTrial } from './use-trial.ts'

const nothing: RuleActions = { addLabels: [], move: null, markRead: false, star: false, makeTask: false }

interface RuleFormProps {
  /** Null for a new one. */
  rule: Rule | null
  onDone: () => void
  onCancel: () => void
}

/** A rule: which mail it is for, what is done with it, and what that would mean for the mail there is. */
export function RuleForm({ rule, onDone, onCancel }: RuleFormProps) {
  const [name, setName] = useState(rule?.name ?? '')
  const [query, setQuery] = useState(rule?.query ?? '')
  const [connectionId, setConnectionId] = useState(rule?.connectionId ?? null)
  const [actions, setActions] = useState(rule?.actions ?? nothing)
  const [stop, setStop] = useState(rule?.stop ?? false)
  const trial = useTrial({ query, connectionId })
  const save = useMutation({
    mutationFn: () => {
      const fields = { name: name.trim(), query, connectionId, actions, stop }
      return rule ? api.call(updateRule, { id: rule.id, rev: rule.rev, ...fields }) : api.call(createRule, fields)
    },
    onSuccess: (saved) => {
      showToast({ message: `The rule ${saved.name} is saved`, detail: rule ? undefined : 'It is for new mail.' })
      onDone()
    },
  })
  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        // The sheet of labels has a form of its own, whose events come by here.
        if (event.target === event.currentTarget) save.mutate()
      }}
    >
      <TextField
        label="Name"
        required
        takesFocus
        maxLength={200}
        placeholder="Invoices"
        value={name}
        onValue={setName}
      />
      <FormPart title="Mail that">
        <ConditionField query={query} onChange={setQuery} />
        <AccountField connectionId={connectionId} onChange={setConnectionId} />
      </FormPart>
      <FormPart title="Is then">
        <ActionFields actions={actions} onChange={setActions} />
        <Switch
          label="Leave out the rules after it"
          hint="For the mail that this one is for."
          on={stop}
          onChange={setStop}
        />
      </FormPart>
      <TrialNote trial={trial} actions={actions} />
      <ProblemNote error={save.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" className="min-h-10" disabled={save.isPending}>
          Save
        </Button>
        <Button className="min-h-10" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function FormPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="m-0 flex min-w-0 flex-col gap-3 border-0 p-0">
      <legend className="mb-2 p-0 font-head text-base font-semibold">{title}</legend>
      {children}
    </fieldset>
  )
}

function AccountField({
  connectionId,
  onChange,
}: {
  connectionId: string | null
  onChange: (id: string | null) => void
}) {
  const accounts = useOperation(listConnections, {}).data?.items ?? []
  if (accounts.length < 2 && connectionId === null) return null
  return (
    <Field label="Of the account" className="self-start">
      {(control) => (
        <Select {...control} value={connectionId ?? ''} onChange={(event) => onChange(event.target.value || null)}>
          <option value="">Any</option>
          {accounts.map(({ id, address }) => (
            <option key={id} value={id}>
              {address}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
