import { Link } from '@tanstack/react-router'
import SquareKanban from 'lucide-react/icons/square-kanban'
import { buttonClass } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'

/** What the board says when there is no task at all. */
export function EmptyBoard() {
  return (
    <EmptyState
      icon={SquareKanban}
      accent="green"
      title="There is nothing on the board."
      action={
        <Link to="/tasks" className={buttonClass('primary')}>
          Add a task to the list
        </Link>
      }
      example="For example “Send the invoice”. It stands under New, and goes from column to column as you work."
    />
  )
}
