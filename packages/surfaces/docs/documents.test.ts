import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commonErrors } from '#contract/errors.ts'
import { openSampleApp, type SampleApp } from '../testing/open-sample-app.ts'

let samples: SampleApp
beforeAll(async () => void (samples = await openSampleApp()))
afterAll(() => samples[Symbol.asyncDispose]())

const read = async (path: string) => (await samples.send('GET', path, { anonymous: true })).text()

describe('the documents of the API', () => {
  it.each([
    ['/api/v1/openapi.json', 'application/json'],
    ['/api/docs', 'text/html; charset=utf-8'],
    ['/api/docs/errors', 'text/html; charset=utf-8'],
    ['/api/docs/style.css', 'text/css; charset=utf-8'],
  ])('%s is open to all, is %s, and is kept by its ETag', async (path, type) => {
    const response = await samples.send('GET', path, { anonymous: true })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
    expect(response.headers.get('x-request-id')).not.toBeNull()
    const etag = response.headers.get('etag')!
    expect((await samples.send('GET', path, { anonymous: true, headers: { 'if-none-match': etag } })).status).toBe(304)
  })

  it('need no script and nothing from outside', async () => {
    for (const path of ['/api/docs', '/api/docs/errors']) {
      const page = await read(path)
      expect(page).not.toMatch(/<script|<style|style="|\son\w+="|https?:\/\//)
    }
    expect(await read('/api/docs/style.css')).not.toMatch(/url\(|@import/)
  })

  it('name every operation and explain every error', async () => {
    const { registry } = samples.app.daybook.kernel
    const operations = await read('/api/docs')
    const errors = await read('/api/docs/errors')
    for (const operation of registry.public) {
      expect(operations).toContain(`<article id="${operation.name}">`)
      for (const code of Object.keys(operation.errors)) expect(errors).toContain(`<article id="${code}">`)
    }
    for (const code of Object.keys(commonErrors)) expect(errors).toContain(`<article id="${code}">`)
  })

  it('have a target for each of their links', async () => {
    const pages = { '/api/docs': await read('/api/docs'), '/api/docs/errors': await read('/api/docs/errors') }
    const links = Object.entries(pages).flatMap(([path, page]) =>
      [...page.matchAll(/href="([^"]*)#([^"]+)"/g)].map(([, target, anchor]) => ({ page: target || path, anchor })),
    )
    expect(links.length).toBeGreaterThan(100)
    const broken = links.filter(({ page, anchor }) => !pages[page as keyof typeof pages].includes(`id="${anchor}"`))
    expect(broken).toEqual([])
  })
})
