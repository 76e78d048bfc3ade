import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import Plus from 'lucide-react/icons/plus'
import Tag from 'lucide-react/icons/tag'
import { createLabel, listLabels, type Thread } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Field } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuCheck, MenuItem } from '#ui/menu.tsx'
import { operationKey, useCommand } from '#ui/data/use-operation.ts'
import { useLabels } from './labels.ts'
import { useModify } from './use-modify.ts'

/** Puts labels on a thread and takes them off; a new one is a line at the end. */
export function LabelMenu({ thread }: { thread: Thread }) {
  const labels = useLabels()
  const modify = useModify()
  const [making, setMaking] = useState(false)
  const set = new Set(thread.messages.flatMap((message) => message.labels))
  const toggle = (id: string, on: boolean) =>
    void modify({ threadIds: [thread.id], ...(on ? { addLabels: [id] } : { removeLabels: [id] }) })
  return (
    <>
      <Menu trigger={<IconButton label="Labels" action="mail.label" icon={Tag} />}>
        {labels.all.map((label) => (
          <MenuCheck key={label.id} checked={set.has(label.id)} onChange={(on) => toggle(label.id, on)}>
            {label.name}
          </MenuCheck>
        ))}
        <MenuItem icon={Plus} onSelect={() => setMaking(true)}>
          New label
        </MenuItem>
      </Menu>
      <Dialog open={making} onClose={() => setMaking(false)} title="New label">
        <LabelForm
          onMade={(id) => {
            setMaking(false)
            toggle(id, true)
          }}
        />
      </Dialog>
    </>
  )
}

function LabelForm({ onMade }: { onMade: (id: string) => void }) {
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const create = useCommand(createLabel, {
    onSuccess: (label) => {
      void cache.invalidateQueries({ queryKey: operationKey(listLabels) })
      onMade(label.id)
    },
    onError: () => undefined,
  })
  return (
    <form
      className="flex flex-col gap-4 p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) create.mutate({ name: name.trim() })
      }}
    >
      <Field label="Name" hint="For example Invoices" error={create.error?.problem.detail}>
        {(control) => (
          <input
            {...control}
            className="control"
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" look="primary" className="self-end" disabled={!name.trim() || create.isPending}>
        Make the label and use it
      </Button>
    </form>
  )
}
