import { expect, it } from 'vitest'
import { scopedModules } from './scoped-modules.ts'

const operation = (name: string, kind: string) => ({ 'x-daybook-operation': { name, kind } })

it('counts what each right of a module reaches; an alias counts once and administration not at all', () => {
  const modules = scopedModules({
    paths: {
      '/tasks': { get: operation('tasks.list', 'query'), post: operation('tasks.create', 'command') },
      '/todo': { get: operation('tasks.list', 'query') },
      '/search': { post: operation('search.find', 'query') },
      '/blobs/{id}': { get: operation('mail.download', 'endpoint') },
      '/admin/users': { get: operation('admin.list-users', 'query') },
      '/health': { get: {} },
    },
  })
  expect(modules).toEqual([
    { name: 'mail', operations: [['read', 1]] },
    { name: 'search', operations: [['read', 1]] },
    {
      name: 'tasks',
      operations: [
        ['read', 1],
        ['write', 1],
      ],
    },
  ])
})
