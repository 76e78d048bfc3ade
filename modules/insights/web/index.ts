import ChartColumn from 'lucide-react/icons/chart-column'
import { defineWebModule } from '#ui/define-web-module.ts'

export default defineWebModule({
  name: 'insights',
  // After the settings, so that a phone keeps its five places.
  nav: { label: 'Insights', path: '/insights', icon: ChartColumn, accent: 'green', key: 'h', order: 34 },
  routes: [{ path: '/insights', load: () => import('./insights-page.tsx') }],
  recordSection: () => import('./usual-time.tsx'),
})
