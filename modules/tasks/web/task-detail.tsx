import { useNavigate } from '@tanstack/react-router'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import Check from 'lucide-react/icons/check'
import Hourglass from 'lucide-react/icons/hourglass'
import RotateCcw from 'lucide-react/icons/rotate-ccw'
import Trash2 from 'lucide-react/icons/trash-2'
import { getTask, type Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { fullDate } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { LinkedRecords } from '#ui/linked-records.tsx'
import { RecordHead } from '#ui/record-head.tsx'
import { RecordSections } from '#ui/record-sections.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Champs } from './champs/champs.tsx'
import { Attachments } from './additions/attachments.tsx'
import { CustomFields } from './additions/custom-fields.tsx'
import { Comments } from './comments/comments.tsx'
import { Delegate } from './delegation/delegate.tsx'
import { Place } from './detail/place.tsx'
import { Steps } from './detail/steps.tsx'
import { Waits } from './detail/waits.tsx'
import { Reminders } from './repeat/reminders.tsx'
import { Repeat } from './repeat/repeat.tsx'
import { Versions } from './offline/versions.tsx'
import { WhenReached } from './offline/when-reached.tsx'
import { SplitSection } from './splitting/split.tsx'
import { TaskFields } from './task-fields.tsx'
import { SaveAsTemplate } from './templates/save-as-template.tsx'
import { toSearch, type TasksView } from './tasks-search.ts'
import { TimeSpent } from './time/time-spent.tsx'
import { useTaskCommands } from './use-task-commands.ts'

/** One task with all that can be changed; every field saves itself. */
export function TaskDetail({ taskId, view }: { taskId: string; view: TasksView }) {
  const task = useOperation(getTask, { id: taskId })

  return (
    <article className="flex flex-col">
      <RecordHead title={task.data?.title ?? 'Task'}>
        <TaskActions task={task.data} view={view} />
      </RecordHead>
      {task.isPending && <Skeleton rows={3} label="Loading the task" />}
      {task.isError && !task.data && <ErrorState error={task.error} retry={() => void task.refetch()} />}
      {task.data && (
        <div className="flex max-w-160 flex-col gap-5 p-4 md:p-6">
          <Place task={task.data} />
          {task.data.blocked && (
            <p className="sheet flex items-center gap-2 bg-yellow p-3 text-on-accent">
              <Hourglass size={18} aria-hidden /> It waits for another task.
            </p>
          )}
          <TaskFields task={task.data} />
          <Versions taskId={taskId} />
          {task.data.level >= 4 && task.data.level < 6 && <Steps task={task.data} />}
          <WhenReached waits={task.data.rev === 0}>
            {task.data.level < 6 && <SplitSection task={task.data} />}
            <Repeat task={task.data} />
            <Reminders task={task.data} />
            <TimeSpent task={task.data} />
            <Waits task={task.data} />
            <Champs task={task.data} />
            <CustomFields task={task.data} />
            <Attachments task={task.data} />
            <Delegate task={task.data} />
            <Comments task={task.data} />
            <LinkedRecords kind="tasks.task" id={taskId} accent="yellow" label="Made from" />
          </WhenReached>
          <p className="text-sm text-ink-soft">
            Added {fullDate(task.data.createdAt)}
            {task.data.completedAt && `, done ${fullDate(task.data.completedAt)}`}
          </p>
          <WhenReached waits={task.data.rev === 0} quiet>
            <RecordSections kind="tasks.task" id={taskId} />
          </WhenReached>
        </div>
      )}
    </article>
  )
}

function TaskActions({ task, view }: { task: Task | undefined; view: TasksView }) {
  const navigate = useNavigate()
  const close = () => void navigate({ to: '/tasks/{-$taskId}', params: { taskId: undefined }, search: toSearch(view) })
  return (
    <>
      <IconButton label="Back to the list" action="list.back" icon={ArrowLeft} onClick={close} />
      {task && <Moves task={task} close={close} />}
    </>
  )
}

function Moves({ task, close }: { task: Task; close: () => void }) {
  const commands = useTaskCommands()
  const closed = task.status === 'done' || task.status === 'dropped'
  const leave = (act: (task: Task) => Promise<void>) => () => {
    void act(task)
    close()
  }
  return (
    <>
      {!task.deletedAt && (
        <IconButton label="Move to the trash" action="tasks.trash" icon={Trash2} onClick={leave(commands.remove)} />
      )}
      {!task.deletedAt && <SaveAsTemplate task={task} />}
      <span className="ml-auto">
        {task.deletedAt ? (
          <Button look="primary" icon={RotateCcw} onClick={leave(commands.restore)}>
            Restore
          </Button>
        ) : closed ? (
          <Button look="primary" icon={RotateCcw} onClick={leave(commands.reopen)}>
            Open again
          </Button>
        ) : (
          <Button look="primary" icon={Check} onClick={leave(commands.complete)}>
            Complete
          </Button>
        )}
      </span>
    </>
  )
}
