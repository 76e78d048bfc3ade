import { expect, it } from 'vitest'
import { defineService } from '#contract/service.ts'
import { defineModule, type ModuleDefinition } from './module.ts'
import { ModuleServices, provide, type LivingService } from './module-services.ts'
import { Registry } from './registry.ts'
import type { Services } from './services.ts'

interface Post {
  send(text: string): number
}

const post = defineService<Post>({ name: 'post.office', summary: 'Sends letters' })

it('is made once, for its own module and whoever lists it', () => {
  const made: string[] = []
  const services = servicesOf([postModule(made), moduleOf('guest', { uses: ['post.office'] })])
  expect(services.get(post, 'post').send('one')).toBe(1)
  expect(services.get(post, 'guest').send('two')).toBe(2)
  expect(made).toEqual(['made'])
  expect(() => services.get(post, 'stranger')).toThrow('stranger does not list post.office in its uses')
})

it('starts with the process and ends with it', async () => {
  const told: string[] = []
  const services = servicesOf([postModule(told)])
  await services.start()
  await services.close()
  expect(told).toEqual(['made', 'started', 'closed'])
})

it('is refused where nobody provides it, and where modules go round in a circle', () => {
  expect(() => new Registry([moduleOf('post', { contract: { post } })])).toThrow('Nobody provides post.office')
  const circle = [postModule([], ['guest.desk']), moduleOf('guest', { uses: ['post.office'] })]
  expect(() => new Registry(circle)).toThrow('in a circle')
})

function moduleOf(name: string, extra: Partial<ModuleDefinition> = {}): ModuleDefinition {
  return defineModule({ name, contract: {}, tables: {}, migrations: [], operations: [], ...extra })
}

function postModule(told: string[], uses: string[] = []): ModuleDefinition {
  const office = provide(post, () => {
    told.push('made')
    let sent = 0
    const living: Post & LivingService = {
      send: () => ++sent,
      start: () => void told.push('started'),
      close: () => void told.push('closed'),
    }
    return living
  })
  return moduleOf('post', { contract: { post }, services: [office], uses })
}

function servicesOf(modules: ModuleDefinition[]): ModuleServices {
  const services = { registry: new Registry(modules), log: {}, ports: {}, clock: Date.now } as unknown as Services
  return new ModuleServices(
    () => services,
    () => Promise.resolve(null),
  )
}
