import { describe, expect, it } from 'vitest'
import { createRouteTable } from './route-table.ts'
import type { Route } from './route.ts'

const table = createRouteTable([
  route('GET', '/api/v1/tasks'),
  route('GET', '/api/v1/tasks/{id}'),
  route('GET', '/api/v1/tasks/trash'),
  route('GET', '/api/v1/tasks/{id}/steps/{stepId}'),
  route('POST', '/api/v1/{kind}/trash/empty'),
  route('POST', '/api/v1/tasks/{id}/done'),
  route('DELETE', '/api/v2/tasks/{id}'),
])

describe('the table of routes', () => {
  it.each([
    ['GET', '/api/v1/tasks', '/api/v1/tasks', []],
    ['GET', '/api/v1/tasks/7', '/api/v1/tasks/{id}', ['7']],
    ['GET', '/api/v1/tasks/trash', '/api/v1/tasks/trash', []],
    ['GET', '/api/v1/tasks/a%2Fb/steps/9', '/api/v1/tasks/{id}/steps/{stepId}', ['a%2Fb', '9']],
    // The way by the name ends nowhere: the one by the parameter is tried, and keeps nothing of the first.
    ['POST', '/api/v1/tasks/trash/empty', '/api/v1/{kind}/trash/empty', ['tasks']],
    ['DELETE', '/api/v2/tasks/7', '/api/v2/tasks/{id}', ['7']],
  ])('finds %s %s', (method, path, template, parameters) => {
    const match = table.match(method, path)
    expect(match?.route.template).toBe(template)
    expect(match?.parameters).toEqual(parameters)
  })

  it.each([
    ['GET', '/api/v1/tasks/'],
    ['GET', '/api/v1/tasks/7/'],
    ['GET', '/api/v1/tasks/7/steps'],
    ['GET', '/api/v1/tasks//steps/9'],
    ['GET', '/api/v3/tasks/7'],
    ['GET', '/'],
    ['PUT', '/api/v1/tasks/7'],
  ])('finds nothing at %s %s', (method, path) => {
    expect(table.match(method, path)).toBeNull()
  })

  it('says which methods a path takes', () => {
    expect(table.methodsOf('/api/v1/tasks/7')).toEqual(['GET'])
    expect(table.methodsOf('/api/v1/nothing')).toEqual([])
  })
})

function route(method: string, template: string): Route {
  const parameters = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!)
  return { method, template, parameters } as unknown as Route
}
