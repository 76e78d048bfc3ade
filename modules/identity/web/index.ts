import KeyRound from 'lucide-react/icons/key-round'
import { defineWebModule } from '#ui/define-web-module.ts'

export default defineWebModule({
  name: 'identity',
  routes: [{ path: '/sign-in', load: () => import('./sign-in-page.tsx'), bare: true }],
  settings: [
    {
      id: 'access',
      label: 'Sessions and tokens',
      group: 'Programs',
      icon: KeyRound,
      order: 20,
      load: () => import('./access-pane.tsx'),
    },
  ],
})
