import { Link } from '@tanstack/react-router'
import ListTodo from 'lucide-react/icons/list-todo'
import PartyPopper from 'lucide-react/icons/party-popper'
import SearchX from 'lucide-react/icons/search-x'
import Trash2 from 'lucide-react/icons/trash-2'
import { Button, buttonClass } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { QUICK_ADD } from './quick-add.tsx'
import { toSearch, type TasksView } from './tasks-search.ts'

/** What the list says when there is nothing in it. */
export function NoTasks({ view }: { view: TasksView }) {
  const toOpen = (
    <Link to="/tasks" className={buttonClass()}>
      Go to the open tasks
    </Link>
  )
  if (view.q) {
    return (
      <EmptyState
        icon={SearchX}
        accent="green"
        title="No task is like that."
        action={
          <Link to="/tasks" search={toSearch({ ...view, q: undefined })} className={buttonClass()}>
            Take the filter off
          </Link>
        }
        example="For example status:next due:<7d, or label:home -is:blocked."
      />
    )
  }
  if (view.view === 'trash') {
    return (
      <EmptyState
        icon={Trash2}
        accent="green"
        title="The trash is empty."
        action={toOpen}
        example="Press # on a task to put it here."
      />
    )
  }
  if (view.view === 'done') {
    return (
      <EmptyState
        icon={PartyPopper}
        accent="green"
        title="Nothing is done yet."
        action={toOpen}
        example="Press x on a task to complete it."
      />
    )
  }
  return (
    <EmptyState
      icon={ListTodo}
      accent="green"
      title={view.projectId ? 'This project has no open task.' : 'There is nothing to do.'}
      action={
        <Button look="primary" onClick={() => document.getElementById(QUICK_ADD)?.focus()}>
          Add a task
        </Button>
      }
      example="For example “Send the invoice”. Press t on a mail to make a task of it."
    />
  )
}
