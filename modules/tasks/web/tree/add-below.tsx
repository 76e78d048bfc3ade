import { useState, type ComponentProps } from 'react'
import Plus from 'lucide-react/icons/plus'
import { createTask, type Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { Field } from '#ui/field.tsx'
import { showProblem } from '#ui/toasts.ts'
import { useFirstFocus } from '../views/use-first-focus.ts'
import { useViews } from '../views/use-views.ts'

/** The level of what a tree begins with: room for tasks, subtasks and steps below it. */
const TOP_LEVEL = 3

interface AddBelowProps {
  /** Null begins a tree. */
  parent: Task | null
  /** With the id of what was made, or with none once nothing more is to be added. */
  onDone: (id: string | undefined) => void
}

/** A line for a task under another one; the line stays for the next. */
export function AddBelow({ parent, onDone }: AddBelowProps) {
  const { refresh } = useViews()
  const field = useFirstFocus()
  const [title, setTitle] = useState('')
  const [first, setFirst] = useState('')
  const add = async () => {
    if (title.trim() === '') return onDone(undefined)
    if (parent === null && first.trim() === '') return
    try {
      const { id } = await (parent === null ? beginTree(title.trim(), first.trim()) : addTo(parent, title.trim()))
      setTitle('')
      await refresh()
      onDone(id)
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <form
      className="flex flex-wrap items-center gap-2 border-b border-line-soft bg-sunken p-3"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Field
        label={parent ? `New below ${parent.title}` : 'What the tree is about'}
        hideLabel
        className="min-w-40 flex-1"
      >
        {(control) => (
          <input
            {...control}
            ref={field}
            value={title}
            maxLength={500}
            placeholder={parent ? `Below ${parent.title}` : 'What is it about?'}
            className="control w-full"
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      {parent === null && (
        <Field label="The first task below it" hideLabel className="min-w-40 flex-1">
          {(control) => (
            <input
              {...control}
              value={first}
              maxLength={500}
              placeholder="The first task below it"
              className="control w-full"
              onChange={(event) => setFirst(event.target.value)}
            />
          )}
        </Field>
      )}
      <Button type="submit" look="primary">
        Add
      </Button>
      <Button onClick={() => onDone(undefined)}>Close</Button>
    </form>
  )
}

AddBelow.Button = function AddButton(props: ComponentProps<'button'>) {
  return <Button icon={Plus} {...props} />
}

/** What stands under nothing else, with a first task below it: alone it would be no tree. */
async function beginTree(title: string, first: string): Promise<Task> {
  const top = await api.call(createTask, { title, level: TOP_LEVEL })
  await api.call(createTask, { title: first, parentId: top.id })
  return top
}

function addTo(parent: Task, title: string): Promise<Task> {
  return api.call(createTask, { title, parentId: parent.id })
}
