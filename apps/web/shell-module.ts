import Bot from 'lucide-react/icons/bot'
import Keyboard from 'lucide-react/icons/keyboard'
import Palette from 'lucide-react/icons/palette'
import Settings from 'lucide-react/icons/settings'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { defineWebModule } from '#ui/define-web-module.ts'

/** What the shell itself brings: the settings that modules put their panes on. */
export const shellModule = defineWebModule({
  name: 'shell',
  nav: { label: 'Settings', path: '/settings', icon: Settings, accent: 'pink', key: 's', order: 90 },
  routes: [{ path: '/settings/{-$pane}', load: () => import('./settings/settings-page.tsx') }],
  records: { 'kernel.approval': () => '/settings/approvals' },
  settings: [
    {
      id: 'appearance',
      label: 'Appearance',
      group: 'You',
      icon: Palette,
      keywords: 'theme dark light calm density',
      order: 10,
      load: () => import('./settings/appearance.tsx'),
    },
    {
      id: 'keyboard',
      label: 'Keyboard',
      group: 'You',
      icon: Keyboard,
      keywords: 'keys shortcuts rebind single speech',
      order: 15,
      load: () => import('./settings/keyboard.tsx'),
    },
    {
      id: 'approvals',
      label: 'Approvals',
      group: 'Programs',
      icon: Bot,
      keywords: 'assistant agent mcp allow deny request',
      order: 40,
      load: () => import('./settings/approvals-pane.tsx'),
    },
    {
      id: 'advanced',
      label: 'All settings',
      group: 'Server',
      icon: SlidersHorizontal,
      order: 90,
      load: () => import('./settings/setting-list.tsx'),
    },
  ],
})
