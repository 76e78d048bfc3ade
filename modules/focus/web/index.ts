import Timer from 'lucide-react/icons/timer'
import { defineWebModule } from '#ui/define-web-module.ts'

export default defineWebModule({
  name: 'focus',
  // After the settings, so that a phone keeps its five places: a session that runs shows in the bar on top.
  nav: { label: 'Focus', path: '/focus', icon: Timer, accent: 'orange', key: 'o', order: 32 },
  routes: [{ path: '/focus', load: () => import('./focus-page.tsx') }],
  bar: () => import('./focus-bar.tsx'),
  keys: [
    {
      name: 'focus.begin',
      label: 'Start to focus, on the open task if there is one',
      group: 'Everywhere',
      keys: '. f',
    },
    { name: 'focus.park', label: 'Park a thought', group: 'Everywhere', keys: 'p' },
    { name: 'focus.toggle', label: 'Start, pause or go on', group: 'Focus', keys: 's' },
    { name: 'focus.break', label: 'Take a break, or end it', group: 'Focus', keys: 'b' },
    { name: 'focus.extend', label: 'Five more minutes', group: 'Focus', keys: 'e' },
    { name: 'focus.finish', label: 'Finish the session', group: 'Focus', keys: 'f' },
    { name: 'focus.step', label: 'The step is done', group: 'Focus', keys: 'x' },
  ],
  palette: [
    { label: 'Focus history', keywords: 'sessions correct pomodoro', path: '/focus?view=history', icon: Timer },
    { label: 'Focus figures', keywords: 'statistics hours minutes', path: '/focus?view=figures', icon: Timer },
  ],
  records: { 'focus.session': () => '/focus' },
  recordSection: () => import('./focus-on-task.tsx'),
})
