import Brain from 'lucide-react/icons/brain'
import { defineWebModule } from '#ui/define-web-module.ts'

export default defineWebModule({
  name: 'capture',
  nav: { label: 'Capture', path: '/capture', icon: Brain, accent: 'pink', key: 'c', order: 25 },
  routes: [{ path: '/capture/{-$captureId}', load: () => import('./capture-page.tsx') }],
  records: { 'capture.capture': ({ id }) => `/capture/${id}` },
})
