import { Link } from '@tanstack/react-router'
import Archive from 'lucide-react/icons/archive'
import AtSign from 'lucide-react/icons/at-sign'
import FileDown from 'lucide-react/icons/file-down'
import Inbox from 'lucide-react/icons/inbox'
import PencilLine from 'lucide-react/icons/pencil-line'
import Send from 'lucide-react/icons/send'
import ShieldAlert from 'lucide-react/icons/shield-alert'
import Sparkles from 'lucide-react/icons/sparkles'
import Trash2 from 'lucide-react/icons/trash-2'
import type { Place } from '#modules/mail/contract.ts'
import { buttonClass } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import type { InboxView } from './inbox-search.ts'
import { useMailCounts } from './use-mail-counts.ts'

/** What the list says when there is nothing in it. */
export function NoThreads({ view }: { view: InboxView }) {
  const { data } = useMailCounts()
  const total = data?.items.reduce((sum, item) => sum + item.messages, 0) ?? 0
  const toInbox = (
    <Link to="/inbox" className={buttonClass()}>
      Go to the inbox
    </Link>
  )
  if (view.unread || view.starred || view.labelId) {
    return (
      <EmptyState
        icon={Inbox}
        title="No thread here fits these filters."
        action={toInbox}
        example="Star a thread with s to find it here."
      />
    )
  }
  if (view.place !== 'inbox') return <EmptyState {...emptyPlaces[view.place]} action={toInbox} />
  if (total > 0) {
    return (
      <EmptyState
        icon={Sparkles}
        accent="green"
        title="The inbox is clear."
        action={
          <Link to="/inbox" search={{ place: 'archive' }} className={buttonClass()}>
            Look at the archive
          </Link>
        }
        example="New mail shows up here by itself."
      />
    )
  }
  return (
    <EmptyState
      icon={Inbox}
      title="There is no mail yet. Connect an account, or bring yours in from a file."
      action={
        <div className="flex flex-wrap justify-center gap-3">
          <Link to="/settings/{-$pane}" params={{ pane: 'accounts' }} className={buttonClass('primary')}>
            <AtSign size={18} aria-hidden /> Connect an account
          </Link>
          <Link to="/import" className={buttonClass()}>
            <FileDown size={18} aria-hidden /> Import mail
          </Link>
        </div>
      }
      example={
        <>
          For example <code className="font-mono">archive.mbox</code>, as Thunderbird or Google Takeout write it.
        </>
      }
    />
  )
}

const emptyPlaces: Record<
  Exclude<Place, 'inbox'>,
  Pick<Parameters<typeof EmptyState>[0], 'icon' | 'title' | 'example'>
> = {
  archive: { icon: Archive, title: 'Nothing is archived yet.', example: 'Press e on a thread to archive it.' },
  sent: { icon: Send, title: 'Nothing was sent yet.', example: 'What you send is kept here.' },
  drafts: { icon: PencilLine, title: 'There are no drafts.', example: 'A message you have not sent yet waits here.' },
  junk: { icon: ShieldAlert, title: 'There is no junk.', example: 'What your provider takes for junk lands here.' },
  trash: { icon: Trash2, title: 'The trash is empty.', example: 'Press # on a thread to put it here.' },
}
