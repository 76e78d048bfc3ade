import { defineWebModule } from '#ui/define-web-module.ts'

export default defineWebModule({
  name: 'identity',
  routes: [{ path: '/sign-in', load: () => import('./sign-in-page.tsx'), bare: true }],
  settings: { label: 'Sessions and tokens', order: 20, load: () => import('./access-pane.tsx') },
})
