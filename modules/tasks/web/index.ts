import ArrowRightLeft from 'lucide-react/icons/arrow-right-left'
import ListTodo from 'lucide-react/icons/list-todo'
import { defineWebModule } from '#ui/define-web-module.ts'

export default defineWebModule({
  name: 'tasks',
  nav: { label: 'Tasks', path: '/tasks', icon: ListTodo, accent: 'green', key: 't', order: 20 },
  routes: [
    { path: '/tasks/{-$taskId}', load: () => import('./tasks-page.tsx') },
    { path: '/add', load: () => import('./add/add-page.tsx') },
    { path: '/templates/{-$templateId}', load: () => import('./templates/templates-page.tsx') },
    { path: '/delegated', load: () => import('./delegated-page.tsx') },
  ],
  bar: () => import('./time/timer-bar.tsx'),
  keys: [
    { name: 'tasks.timer', label: 'Start or stop the timer', group: 'Everywhere', keys: 'w' },
    { name: 'tasks.new', label: 'New task', group: 'Tasks', keys: 'n' },
    { name: 'tasks.done', label: 'Done, or open again', group: 'Tasks', keys: 'x' },
    { name: 'tasks.trash', label: 'Move to the trash', group: 'Tasks', keys: '#' },
    { name: 'tasks.move-right', label: 'To the next column, or one level in', group: 'Tasks', keys: ']' },
    { name: 'tasks.move-left', label: 'To the column before, or one level out', group: 'Tasks', keys: '[' },
    { name: 'tasks.move-up', label: 'Before the task above', group: 'Tasks', keys: '{' },
    { name: 'tasks.move-down', label: 'After the task below', group: 'Tasks', keys: '}' },
    { name: 'tasks.split', label: 'Split the open task', group: 'Tasks', keys: 's' },
    { name: 'tasks.delegate', label: 'Delegate the open task', group: 'Tasks', keys: 'd' },
    { name: 'tasks.comment', label: 'Comment on the open task', group: 'Tasks', keys: 'm' },
  ],
  palette: [
    {
      label: 'Delegated tasks',
      keywords: 'given waiting people agents',
      icon: ArrowRightLeft,
      path: '/delegated',
    },
    { label: 'Templates of tasks', keywords: 'reuse checklist recurring variables', path: '/templates' },
    { label: 'New template of tasks', keywords: 'make reuse checklist', path: '/templates/new' },
    { label: 'Board of tasks', keywords: 'kanban columns wip', path: '/tasks?as=board' },
    { label: 'Agenda of tasks', keywords: 'week day calendar due', path: '/tasks?as=agenda' },
    { label: 'Tree of tasks', keywords: 'outline subtasks levels', path: '/tasks?as=tree' },
    { label: 'Matrix of tasks', keywords: 'eisenhower urgent important', path: '/tasks?as=matrix' },
    { label: 'Done tasks', path: '/tasks?view=done' },
    { label: 'Tasks in the trash', keywords: 'deleted', path: '/tasks?view=trash' },
  ],
  capture: {
    label: 'Capture a task',
    placeholder: 'Capture a task',
    save: async (text) => (await import('./capture-task.ts')).captureTask(text),
  },
  keeps: [
    'identity.me',
    'tasks.get',
    'tasks.get-agenda',
    'tasks.get-board',
    'tasks.list',
    'tasks.list-branches',
    'tasks.list-filters',
    'tasks.list-projects',
    'tasks.list-steps',
    'tasks.list-versions',
  ],
  overlay: {
    of: ['tasks.get', 'tasks.get-agenda', 'tasks.get-board', 'tasks.list', 'tasks.list-branches', 'tasks.list-steps'],
    load: () => import('./offline/overlay.ts'),
  },
  background: () => import('./offline/background.ts'),
  settings: [
    {
      id: 'task-fields',
      label: 'Fields of tasks',
      group: 'Workspace',
      keywords: 'custom fields definitions',
      order: 40,
      load: () => import('./additions/fields-pane.tsx'),
    },
  ],
  recordOffer: () => import('./suggestions/message-suggestions.tsx'),
  records: { 'tasks.task': ({ id }) => `/tasks/${id}` },
})
