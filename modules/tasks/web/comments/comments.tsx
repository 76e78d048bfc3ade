import { useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import Pencil from 'lucide-react/icons/pencil'
import Trash2 from 'lucide-react/icons/trash-2'
import {
  addComment,
  deleteComment,
  listComments,
  undoTaskChange,
  updateComment,
  type Task,
  type TaskComment,
} from '#modules/tasks/contract.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { refreshList, useCursorList } from '#ui/data/use-cursor-list.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { fullDate, shortDate } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { Section } from '#ui/section.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { useMembers } from '../delegation/members.ts'
import { CommentField } from './comment-field.tsx'
import { CommentText } from './comment-text.tsx'

const ANCHOR = 'new-comment'

/** What people wrote about a task, newest first, below a field for the next. */
export function Comments({ task }: { task: Task }) {
  const cache = useQueryClient()
  const list = useCursorList<TaskComment>(listComments, { taskId: task.id })
  const write = useRef(() => document.getElementById(ANCHOR)?.querySelector('textarea')?.focus())
  useShortcuts({ 'tasks.comment': () => write.current() }, task.deletedAt === null)

  const run = async (work: () => Promise<unknown>) => {
    try {
      await work()
      return true
    } catch (error) {
      showProblem(error)
      return false
    } finally {
      await refreshList(cache, listComments).catch(showProblem)
    }
  }
  const remove = ({ id }: TaskComment) =>
    run(async () => {
      const { changeId } = await api.call(deleteComment, { id })
      showToast({
        message: 'Comment deleted',
        ...(changeId && { undo: () => void run(() => api.call(undoTaskChange, { changeId })) }),
      })
      write.current()
    })
  return (
    <Section title="Comments" {...(list.items.length === 0 && { hint: 'None yet.' })}>
      {list.error && list.items.length === 0 && <ErrorState error={list.error} retry={list.retry} />}
      {!task.deletedAt && (
        <CommentField
          label="Write a comment"
          anchor={ANCHOR}
          act="Send"
          onSay={(body) => run(() => api.call(addComment, { taskId: task.id, body }))}
        />
      )}
      {list.items.length > 0 && (
        <ul aria-label="Comments" className="m-0 flex list-none flex-col gap-3 p-0">
          {list.items.map((comment) => (
            <Comment
              key={comment.id}
              comment={comment}
              onSave={(body) => run(() => api.call(updateComment, { id: comment.id, rev: comment.rev, body }))}
              onDelete={() => void remove(comment)}
            />
          ))}
        </ul>
      )}
      {list.hasMore && (
        <Button className="self-start" disabled={list.loadingMore} onClick={list.loadMore}>
          Show older
        </Button>
      )}
    </Section>
  )
}

interface CommentProps {
  comment: TaskComment
  onSave: (body: string) => Promise<boolean>
  onDelete: () => void
}

function Comment({ comment, onSave, onDelete }: CommentProps) {
  const { me, nameOf } = useMembers()
  const [editing, setEditing] = useState(false)
  const item = useRef<HTMLLIElement>(null)
  const { authorId, body, createdAt, editedAt } = comment
  const name = nameOf(authorId)
  useEffect(() => {
    if (editing) item.current?.querySelector('textarea')?.focus()
  }, [editing])
  const end = () => {
    setEditing(false)
    requestAnimationFrame(() => item.current?.querySelector('button')?.focus())
  }
  return (
    <li ref={item} className="sheet flex gap-3 p-3">
      <Avatar name={nameOf(authorId, true)} seed={authorId} className="extra size-8 text-xs" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="flex min-h-8 flex-wrap items-center gap-x-2 text-sm">
          <span className="font-semibold wrap-anywhere">{name}</span>
          <time dateTime={createdAt} title={fullDate(createdAt)} className="text-ink-soft tabular-nums">
            {shortDate(createdAt)}
          </time>
          {editedAt && <span className="text-ink-soft">edited</span>}
          {authorId === me && !editing && (
            <span className="ml-auto flex">
              <IconButton quiet label="Edit this comment" icon={Pencil} onClick={() => setEditing(true)} />
              <IconButton quiet label="Delete this comment" icon={Trash2} onClick={onDelete} />
            </span>
          )}
        </p>
        {editing ? (
          <CommentField
            label="Change the comment"
            body={body}
            act="Save"
            onCancel={end}
            onSay={async (changed) => {
              const saved = await onSave(changed)
              if (saved) end()
              return false
            }}
          />
        ) : (
          <CommentText body={body} />
        )}
      </div>
    </li>
  )
}
