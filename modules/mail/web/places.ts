import Archive from 'lucide-react/icons/archive'
import Inbox from 'lucide-react/icons/inbox'
import PencilLine from 'lucide-react/icons/pencil-line'
import Send from 'lucide-react/icons/send'
import ShieldAlert from 'lucide-react/icons/shield-alert'
import Trash2 from 'lucide-react/icons/trash-2'
import type { Place } from '#modules/mail/contract.ts'
import type { Icon } from '#ui/define-web-module.ts'

/** The places of mail as people call them. */
export const places: [place: Place, label: string, icon: Icon][] = [
  ['inbox', 'Inbox', Inbox],
  ['drafts', 'Drafts', PencilLine],
  ['sent', 'Sent', Send],
  ['archive', 'Archive', Archive],
  ['junk', 'Junk', ShieldAlert],
  ['trash', 'Trash', Trash2],
]

export const placeName = (place: Place): string => places.find(([name]) => name === place)![1]
