import Brain from 'lucide-react/icons/brain'
import { defineWebModule } from '#ui/define-web-module.ts'

export default defineWebModule({
  name: 'capture',
  nav: { label: 'Capture', path: '/capture', icon: Brain, accent: 'pink', key: 'c', order: 25 },
  routes: [{ path: '/capture/{-$captureId}', load: () => import('./capture-page.tsx') }],
  background: () => import('./offline/background.ts'),
  keys: [{ name: 'capture.accept', label: 'Accept what is chosen', group: 'Capture', keys: 'a' }],
  palette: [
    { label: 'Write down what is on your mind', keywords: 'brain dump', path: '/capture' },
    { label: 'What you wrote down before', keywords: 'captures', path: '/capture?view=past' },
    { label: 'Prompts', keywords: 'chatgpt video to tasks', path: '/capture?view=prompts' },
    { label: 'Shopping list', keywords: 'groceries buy', path: '/tasks?q=kind%3Ashopping' },
  ],
  records: { 'capture.capture': ({ id }) => `/capture/${id}` },
})
