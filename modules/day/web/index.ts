import Compass from 'lucide-react/icons/compass'
import Layers from 'lucide-react/icons/layers'
import Sun from 'lucide-react/icons/sun'
import { defineWebModule } from '#ui/define-web-module.ts'

export default defineWebModule({
  name: 'day',
  nav: { label: 'Today', path: '/today', icon: Sun, accent: 'orange', key: 'd', order: 5 },
  routes: [
    { path: '/today', load: () => import('./today-page.tsx') },
    { path: '/swipe', load: () => import('./swipe/swipe-page.tsx') },
    { path: '/compass', load: () => import('./compass/compass-page.tsx') },
  ],
  keys: [
    { name: 'day.swipe-left', label: 'Let the task go', group: 'Swipe run', keys: 'ArrowLeft' },
    { name: 'day.swipe-up', label: 'Have the task wait for somebody', group: 'Swipe run', keys: 'ArrowUp' },
    { name: 'day.swipe-right', label: 'Begin the task', group: 'Swipe run', keys: 'ArrowRight' },
    { name: 'day.swipe-later', label: 'Decide on it later', group: 'Swipe run', keys: 'ArrowDown' },
    { name: 'day.energy-1', label: 'Little energy', group: 'Today', keys: '1' },
    { name: 'day.energy-2', label: 'Some energy', group: 'Today', keys: '2' },
    { name: 'day.energy-3', label: 'Much energy', group: 'Today', keys: '3' },
  ],
  palette: [
    { label: 'Swipe run', keywords: 'decide tasks cards inbox dogfood', icon: Layers, path: '/swipe' },
    { label: 'Compass', keywords: 'balance zones work life self', icon: Compass, path: '/compass' },
  ],
  settings: [
    {
      id: 'day',
      label: 'Your day',
      group: 'You',
      icon: Sun,
      keywords: 'morning evening ritual zone zones compass pause energy kindness games prompts habits',
      order: 20,
      load: () => import('./settings/day-pane.tsx'),
    },
  ],
  keeps: ['day.get-ritual', 'day.get-briefing', 'day.get-energy', 'day.list-habits'],
})
