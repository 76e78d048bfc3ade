import Bell from 'lucide-react/icons/bell'
import { defineWebModule } from '#ui/define-web-module.ts'

export default defineWebModule({
  name: 'notifications',
  routes: [{ path: '/notifications', load: () => import('./notifications-page.tsx') }],
  bar: () => import('./bell.tsx'),
  keys: [{ name: 'go.notifications', label: 'Go to the notifications', group: 'Go to', keys: 'g n' }],
  palette: [{ label: 'Notifications', keywords: 'bell news told unread', path: '/notifications', icon: Bell }],
  settings: [
    {
      id: 'notifications',
      label: 'Notifications',
      group: 'You',
      icon: Bell,
      keywords: 'bell tell import approval sign-in',
      order: 30,
      load: () => import('./notifications-pane.tsx'),
    },
  ],
})
