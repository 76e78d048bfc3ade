import Search from 'lucide-react/icons/search'
import { defineWebModule } from '#ui/define-web-module.ts'

export default defineWebModule({
  name: 'search',
  nav: { label: 'Search', path: '/search', icon: Search, accent: 'lilac', key: 'f', order: 30 },
  routes: [{ path: '/search', load: () => import('./search-page.tsx') }],
})
