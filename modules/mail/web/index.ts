import Eraser from 'lucide-react/icons/eraser'
import FileDown from 'lucide-react/icons/file-down'
import Inbox from 'lucide-react/icons/inbox'
import Send from 'lucide-react/icons/send'
import ShieldAlert from 'lucide-react/icons/shield-alert'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { defineWebModule } from '#ui/define-web-module.ts'
import { compose } from './compose/composing.ts'
import { useUnreadCount } from './use-mail-counts.ts'

export default defineWebModule({
  name: 'mail',
  nav: [
    { label: 'Inbox', path: '/inbox', icon: Inbox, accent: 'yellow', key: 'i', order: 10, useCount: useUnreadCount },
    { label: 'Import', path: '/import', icon: FileDown, accent: 'orange', key: 'm', order: 40 },
  ],
  routes: [
    { path: '/inbox/{-$threadId}', load: () => import('./inbox-page.tsx') },
    { path: '/messages/$messageId', load: () => import('./message-page.tsx') },
    { path: '/snoozed', load: () => import('./snoozed-page.tsx') },
    { path: '/reminders', load: () => import('./reminders/reminders-page.tsx') },
    { path: '/import', load: () => import('./import/import-page.tsx') },
  ],
  keeps: [
    'identity.me',
    'mail.list-threads',
    'mail.get-thread',
    'mail.get',
    'mail.counts',
    'mail.list-labels',
    'mail.list-drafts',
    'mail.get-draft',
    'mail.list-identities',
    'mail.list-correspondents',
    'mail.sync-status',
  ],
  background: () => import('./offline/background.ts'),
  layer: () => import('./compose/compose-layer.tsx'),
  keys: [
    { name: 'mail.compose', label: 'Write a message', group: 'Mail', keys: 'c' },
    { name: 'mail.reply', label: 'Answer', group: 'Mail', keys: 'r' },
    { name: 'mail.reply-all', label: 'Answer everybody', group: 'Mail', keys: 'a' },
    { name: 'mail.forward', label: 'Forward', group: 'Mail', keys: 'f' },
    { name: 'mail.send', label: 'Send the message', group: 'Mail', keys: 'Mod+enter', fixed: true },
    { name: 'mail.select', label: 'Select or leave out', group: 'Mail', keys: 'x' },
    { name: 'mail.snooze', label: 'Snooze', group: 'Mail', keys: 'b' },
    { name: 'mail.label', label: 'Labels', group: 'Mail', keys: 'l' },
    { name: 'mail.archive', label: 'Archive, or back to the inbox', group: 'Mail', keys: 'e' },
    { name: 'mail.junk', label: 'Move to junk', group: 'Mail', keys: '!' },
    { name: 'mail.trash', label: 'Move to the trash', group: 'Mail', keys: '#' },
    { name: 'mail.star', label: 'Star or unstar', group: 'Mail', keys: 's' },
    { name: 'mail.unread', label: 'Mark as unread or read', group: 'Mail', keys: 'U' },
    { name: 'mail.make-task', label: 'Make a task of the thread', group: 'Mail', keys: 't' },
  ],
  palette: [
    { label: 'Write a message', keywords: 'compose new mail send letter', run: () => compose({ kind: 'new' }) },
    { label: 'Archive', keywords: 'mail threads kept', path: '/inbox?place=archive' },
    { label: 'Sent mail', keywords: 'outbox written', path: '/inbox?place=sent' },
    { label: 'Drafts', keywords: 'mail unfinished', path: '/inbox?place=drafts' },
    { label: 'Junk mail', keywords: 'spam unwanted', path: '/inbox?place=junk' },
    { label: 'Mail in the trash', keywords: 'deleted bin', path: '/inbox?place=trash' },
    { label: 'Snoozed mail', keywords: 'later hidden', path: '/snoozed' },
    { label: 'Reminders of mail', keywords: 'follow up answer waiting', path: '/reminders' },
    { label: 'Starred mail', path: '/inbox?starred=true' },
    { label: 'Unread mail', path: '/inbox?unread=true' },
    { label: 'Import mail', keywords: 'mbox maildir eml upload file', path: '/import' },
  ],
  settings: [
    {
      id: 'sending',
      label: 'Sending',
      group: 'You',
      icon: Send,
      keywords: 'signature alias identity from name address',
      order: 26,
      load: () => import('./sending/sending-pane.tsx'),
    },
    {
      id: 'rules',
      label: 'Rules',
      group: 'You',
      icon: SlidersHorizontal,
      keywords: 'mail filter condition action label archive automatic past',
      order: 27,
      load: () => import('./rules/rules-pane.tsx'),
    },
    {
      id: 'senders',
      label: 'Senders',
      group: 'You',
      icon: ShieldAlert,
      keywords: 'mail block blocked junk spam pictures images remote',
      order: 28,
      load: () => import('./senders/senders-pane.tsx'),
    },
    {
      id: 'erase-mail',
      label: 'Erase mail',
      group: 'You',
      icon: Eraser,
      keywords: 'delete all mail data privacy gdpr forget remove everything',
      order: 29,
      load: () => import('./erasure/erase-pane.tsx'),
    },
  ],
  records: {
    'mail.import': () => '/import',
    'mail.message': ({ id, parentId }) => (parentId ? `/inbox/${parentId}?message=${id}` : `/messages/${id}`),
    'mail.outgoing': () => '/inbox?place=sent',
    'mail.thread': ({ id }) => `/inbox/${id}`,
  },
})
