import ListTodo from 'lucide-react/icons/list-todo'
import { defineWebModule } from '#ui/define-web-module.ts'

export default defineWebModule({
  name: 'tasks',
  nav: { label: 'Tasks', path: '/tasks', icon: ListTodo, accent: 'green', key: 't', order: 20 },
  routes: [{ path: '/tasks/{-$taskId}', load: () => import('./tasks-page.tsx') }],
  keys: [
    { name: 'tasks.new', label: 'New task', group: 'Tasks', keys: 'n' },
    { name: 'tasks.done', label: 'Done, or open again', group: 'Tasks', keys: 'x' },
    { name: 'tasks.trash', label: 'Move to the trash', group: 'Tasks', keys: '#' },
  ],
  palette: [
    { label: 'Done tasks', path: '/tasks?view=done' },
    { label: 'Tasks in the trash', keywords: 'deleted', path: '/tasks?view=trash' },
  ],
  capture: {
    label: 'Capture a task',
    placeholder: 'Capture a task',
    save: async (text) => (await import('./capture-task.ts')).captureTask(text),
  },
  recordOffer: () => import('./suggestions/message-suggestions.tsx'),
  records: { 'tasks.task': ({ id }) => `/tasks/${id}` },
})
