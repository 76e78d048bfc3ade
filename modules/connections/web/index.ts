import AtSign from 'lucide-react/icons/at-sign'
import { defineWebModule } from '#ui/define-web-module.ts'

export default defineWebModule({
  name: 'connections',
  routes: [],
  records: { 'connections.connection': () => '/settings/accounts' },
  palette: [
    {
      label: 'Connect a mail account',
      keywords: 'imap smtp google gmail microsoft outlook add',
      path: '/settings/accounts',
    },
  ],
  settings: [
    {
      id: 'accounts',
      label: 'Mail accounts',
      group: 'You',
      icon: AtSign,
      keywords: 'imap smtp google gmail microsoft outlook sync connect',
      order: 25,
      load: () => import('./accounts-pane.tsx'),
    },
  ],
})
