import { lazy, Suspense } from 'react'
import { useNavigate } from '@tanstack/react-router'
import Archive from 'lucide-react/icons/archive'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import Forward from 'lucide-react/icons/forward'
import Inbox from 'lucide-react/icons/inbox'
import ListTodo from 'lucide-react/icons/list-todo'
import MailOpen from 'lucide-react/icons/mail-open'
import Reply from 'lucide-react/icons/reply'
import ReplyAll from 'lucide-react/icons/reply-all'
import ShieldAlert from 'lucide-react/icons/shield-alert'
import Star from 'lucide-react/icons/star'
import Tag from 'lucide-react/icons/tag'
import Trash2 from 'lucide-react/icons/trash-2'
import type { Place, Thread } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { compose } from './compose/composing.ts'
import { toSearch, type InboxView } from './inbox-search.ts'
import { useMakeTask } from './use-make-task.ts'
import { useModify } from './use-modify.ts'
import { SnoozeButton } from './snooze-button.tsx'
import { FilledStar } from './thread-row.tsx'

// Menus bring a positioning library: it comes after the thread is on the screen.
const LabelMenu = lazy(() => import('./label-menu.tsx').then((module) => ({ default: module.LabelMenu })))

/** What can be done with an open thread, each with its key; before it is read, only the way back. */
export function ThreadActions({ thread, view }: { thread: Thread | undefined; view: InboxView }) {
  const navigate = useNavigate()
  const close = () =>
    void navigate({
      to: '/inbox/{-$threadId}',
      params: { threadId: undefined },
      search: toSearch({ ...view, messageId: undefined }),
    })
  return (
    <>
      <IconButton
        label="Back to the list"
        action="list.back"
        icon={ArrowLeft}
        // Where the list stands beside it, there is nowhere to go back to.
        className="md:hidden"
        onClick={close}
      />
      {thread && <Actions thread={thread} view={view} close={close} />}
    </>
  )
}

function Actions({ thread, view, close }: { thread: Thread; view: InboxView; close: () => void }) {
  const modify = useModify()
  const makeTask = useMakeTask()
  const threadIds = [thread.id]
  const starred = thread.messages.some((message) => message.starred)
  const newest = thread.messages.at(-1)
  const move = (place: Place, told: string) => {
    void modify({ threadIds, within: view.place, place }, told)
    close()
  }
  const task = () => newest && makeTask.mutate({ messageId: view.messageId ?? newest.id })

  const answer = (kind: 'reply' | 'reply-all' | 'forward') => () => {
    const messageId = view.messageId ?? newest?.id
    if (messageId) compose({ kind, messageId })
  }

  useShortcuts({
    'mail.make-task': () => task(),
    'mail.reply': answer('reply'),
    'mail.reply-all': answer('reply-all'),
    'mail.forward': answer('forward'),
  })

  return (
    <>
      <Button look="primary" icon={Reply} title="Answer (r)" onClick={answer('reply')}>
        Answer
      </Button>
      <IconButton label="Answer everybody" action="mail.reply-all" icon={ReplyAll} onClick={answer('reply-all')} />
      <IconButton label="Forward" action="mail.forward" icon={Forward} onClick={answer('forward')} />
      {view.place === 'inbox' ? (
        <IconButton label="Archive" action="mail.archive" icon={Archive} onClick={() => move('archive', 'Archived')} />
      ) : (
        <IconButton
          label="Move to the inbox"
          action="mail.archive"
          icon={Inbox}
          onClick={() => move('inbox', 'Moved to the inbox')}
        />
      )}
      {view.place !== 'junk' && view.place !== 'sent' && (
        <IconButton
          label="Move to junk"
          action="mail.junk"
          icon={ShieldAlert}
          onClick={() => move('junk', 'Moved to junk')}
        />
      )}
      {view.place !== 'trash' && (
        <IconButton
          label="Move to the trash"
          action="mail.trash"
          icon={Trash2}
          onClick={() => move('trash', 'Moved to the trash')}
        />
      )}
      <IconButton
        label={starred ? 'Unstar' : 'Star'}
        action="mail.star"
        icon={starred ? FilledStar : Star}
        onClick={() => void modify({ threadIds, starred: !starred })}
      />
      <IconButton
        label="Mark as unread"
        action="mail.unread"
        icon={MailOpen}
        onClick={() => {
          void modify({ threadIds, seen: false }, 'Marked as unread')
          close()
        }}
      />
      {view.place === 'inbox' && <SnoozeButton threadIds={threadIds} onSnoozed={close} />}
      <Suspense fallback={<IconButton label="Labels" icon={Tag} disabled />}>
        <LabelMenu thread={thread} />
      </Suspense>
      <IconButton
        label="Make a task"
        action="mail.make-task"
        icon={ListTodo}
        onClick={task}
        disabled={makeTask.isPending}
      />
    </>
  )
}
