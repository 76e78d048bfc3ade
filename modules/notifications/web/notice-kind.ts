import AtSign from 'lucide-react/icons/at-sign'
import ArrowRightLeft from 'lucide-react/icons/arrow-right-left'
import BellRing from 'lucide-react/icons/bell-ring'
import Bot from 'lucide-react/icons/bot'
import FileDown from 'lucide-react/icons/file-down'
import KeyRound from 'lucide-react/icons/key-round'
import MailWarning from 'lucide-react/icons/mail-warning'
import MessageCircle from 'lucide-react/icons/message-circle'
import SendHorizontal from 'lucide-react/icons/send-horizontal'
import Timer from 'lucide-react/icons/timer'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import UserPlus from 'lucide-react/icons/user-plus'
import type { NoticeKind } from '#modules/notifications/contract.ts'
import type { Accent, Icon } from '#ui/define-web-module.ts'

/** A kind as people see it: a word, a picture, a colour. */
export const noticeKinds: Record<NoticeKind, { name: string; icon: Icon; accent: Accent }> = {
  import: { name: 'Import', icon: FileDown, accent: 'orange' },
  approval: { name: 'Request', icon: Bot, accent: 'lilac' },
  invitation: { name: 'Invitation', icon: UserPlus, accent: 'green' },
  'sign-in': { name: 'Sign-in', icon: KeyRound, accent: 'yellow' },
  reminder: { name: 'Reminder', icon: BellRing, accent: 'orange' },
  account: { name: 'Mail account', icon: AtSign, accent: 'red' },
  mail: { name: 'Mail', icon: MailWarning, accent: 'red' },
  sending: { name: 'Sending', icon: SendHorizontal, accent: 'red' },
  delegation: { name: 'Delegation', icon: ArrowRightLeft, accent: 'lilac' },
  mention: { name: 'Mention', icon: MessageCircle, accent: 'green' },
  focus: { name: 'Focus', icon: Timer, accent: 'orange' },
  job: { name: 'Background work', icon: TriangleAlert, accent: 'red' },
}
