import ChartColumn from 'lucide-react/icons/chart-column'
import History from 'lucide-react/icons/history'
import { defineWebModule } from '#ui/define-web-module.ts'
import { useIsInstanceAdmin } from './use-role.ts'

export default defineWebModule({
  name: 'activity',
  // After the settings, so that a phone keeps its five places.
  nav: { label: 'Activity', path: '/activity', icon: History, accent: 'lilac', key: 'a', order: 60 },
  routes: [{ path: '/activity', load: () => import('./activity-page.tsx') }],
  recordSection: () => import('./record-history.tsx'),
  settings: [
    {
      id: 'statistics',
      label: 'Statistics',
      group: 'Server',
      icon: ChartColumn,
      keywords: 'counts users messages tasks events',
      order: 20,
      useShown: useIsInstanceAdmin,
      load: () => import('./statistics-pane.tsx'),
    },
  ],
})
