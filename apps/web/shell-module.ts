import Settings from 'lucide-react/icons/settings'
import { defineWebModule } from '#ui/define-web-module.ts'

/** What the shell itself brings: the settings page that modules put their panes on. */
export const shellModule = defineWebModule({
  name: 'shell',
  nav: { label: 'Settings', path: '/settings', icon: Settings, accent: 'pink', key: 's', order: 90 },
  routes: [{ path: '/settings', load: () => import('./settings/settings-page.tsx') }],
})
