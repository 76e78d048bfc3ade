import type { World } from './world.ts'

/** Every page by a name, with an address that has something on it. */
export async function pagesOf(world: World): Promise<[name: string, path: string][]> {
  const { items: threads } = await world.call('GET', '/threads?limit=2')
  const { items: tasks } = await world.call('GET', '/tasks?limit=1')
  const panes = [
    'appearance',
    'keyboard',
    'day',
    'account',
    'rules',
    'senders',
    'sign-in',
    'notifications',
    'sessions',
    'workspace',
    'task-fields',
    'people',
  ]
  return [
    ['today', '/today'],
    ['swipe', '/swipe'],
    ['compass', '/compass'],
    ['inbox', '/inbox'],
    ['archive', '/inbox?place=archive'],
    ['thread', `/inbox/${threads[1].id}`],
    ['tasks', '/tasks'],
    ['add', '/add'],
    ['task', `/tasks/${tasks[0].id}`],
    ['delegated', '/delegated'],
    ['insights', '/insights'],
    ['focus', '/focus'],
    ['focus-history', '/focus?view=history'],
    ['focus-figures', '/focus?view=figures'],
    ['search', '/search?q=board'],
    ['search-begins', '/search'],
    ['import', '/import'],
    ['notifications', '/notifications'],
    ['reminders', '/reminders'],
    ['settings', '/settings'],
    ...[...panes, 'audit', 'tokens', 'api', 'users', 'advanced'].map((pane): [string, string] => [
      `settings-${pane}`,
      `/settings/${pane}`,
    ]),
    ['not-found', '/nowhere'],
  ]
}
