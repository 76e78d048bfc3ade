import Bot from 'lucide-react/icons/bot'
import FileDown from 'lucide-react/icons/file-down'
import KeyRound from 'lucide-react/icons/key-round'
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
  job: { name: 'Background work', icon: TriangleAlert, accent: 'red' },
}
