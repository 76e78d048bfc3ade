import { defineWebModule } from '#ui/define-web-module.ts'

export default defineWebModule({
  name: 'sample',
  nav: { label: 'Wishing well', path: '/wishes', order: 90 },
  routes: [{ path: '/wishes', load: () => import('./wishes-page.tsx') }],
})
