import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProject, createTask } from '#modules/tasks/contract.ts'
import type { TestApp } from '#testing/test-app.ts'
import { openWithMail, titles } from './search-app.ts'

let app: TestApp

beforeAll(async () => {
  app = await openWithMail([
    {
      subject: 'Fan speed',
      from: 'Joel Stanley <joel@jms.example>',
      date: 'Mon, 07 Jan 2019 10:00:00 +0000',
      body: 'The power\n> supply hums, foo_bar(x).',
    },
    {
      subject: 'dts: add a regulator',
      from: 'Joel Stanley <joel@jms.example>',
      date: 'Tue, 08 Jan 2019 10:00:00 +0000',
      body: 'Please review the device-tree.',
    },
    {
      subject: 'dts of the board',
      from: 'Andrew <andrew@aj.example>',
      date: 'Fri, 08 Mar 2019 10:00:00 +0000',
      to: 'Joel <joel@jms.example>',
      body: 'A supply of power.',
    },
    {
      subject: 'Größe und Çedille',
      from: 'Zoë <zoe@example.test>',
      date: 'Sun, 05 Jan 2020 10:00:00 +0000',
      headers: ['Content-Type: text/plain; charset=utf-8'],
      body: 'naïve café 電源を交換する Приве́т',
    },
    {
      subject: 'From the list',
      date: 'Mon, 06 Jan 2020 10:00:00 +0000',
      headers: ['Content-Type: text/plain; charset=utf-8', 'List-Id: OpenBMC <openbmc.lists.ozlabs.example>'],
      body: "it's foo bar, don't; we\u2019ll see Ada's plan",
    },
  ])
  const project = await app.call(createProject, { name: 'Garden Shed' })
  await app.call(createTask, {
    title: 'Buy a power drill',
    notes: 'cordless',
    projectId: project.id,
    priority: 3,
    dueAt: '2019-03-01T12:00:00Z',
  })
  await app.call(createTask, { title: 'Second task', priority: 1, status: 'next' })
  await app.settle()
})
afterAll(() => app[Symbol.asyncDispose]())

describe('words', () => {
  it.each([
    ['power supply', ['dts of the board', 'Fan speed']],
    ['"power supply"', ['Fan speed']],
    ['"supply of"', ['dts of the board']],
    ['POWER -supply', ['Buy a power drill']],
    ['sup*', ['dts of the board', 'Fan speed']],
    ['"power sup"*', ['Fan speed']],
    ['hums OR cordless', ['Buy a power drill', 'Fan speed']],
    ['power (hums OR cordless)', ['Buy a power drill', 'Fan speed']],
    ['device-tree', ['dts: add a regulator']],
    ['device', ['dts: add a regulator']],
    ['foo_bar', ['Fan speed']],
    ['foo', ['From the list']],
    ["it's", ['From the list']],
    ["don't", ['From the list']],
    ['don’t', ['From the list']],
    ['don*', ['From the list']],
    ['don', []],
    ["we'll", ['From the list']],
    ['we', []],
    ["ada's plan", ['From the list']],
    ['body:ada', ['From the list']],
    ['joel@jms.example', ['dts of the board', 'dts: add a regulator', 'Fan speed']],
    ['nowhere', []],
    ['power - supply', ['dts of the board', 'Fan speed']],
    ['+++', []],
  ])('%s', async (q, expected) => expect(await titles(app, q)).toEqual(expected))
})

describe('letters of other scripts', () => {
  it.each([
    'cedille',
    'ÇEDILLE',
    'cafe',
    'naive',
    'größe',
    'GRÖSSE OR größe',
    'привет',
    'ПРИВЕТ',
    '電源',
    '源を',
    '電',
    '交換する',
    '"電源を交換"',
    '電源*',
    'from:zoe',
  ])('%s', async (q) => expect(await titles(app, q)).toEqual(['Größe und Çedille']))
  it.each(['換電', '電換'])('%s is not there', async (q) => expect(await titles(app, q)).toEqual([]))
})

describe('fields', () => {
  it.each([
    ['from:joel', ['dts: add a regulator', 'Fan speed']],
    ['from:"Joel Stanley" subject:dts', ['dts: add a regulator']],
    ['from:joel subject:dts -review', []],
    ['to:joel', ['dts of the board']],
    ['cc:joel', ['dts of the board']],
    ['subject:(fan OR board)', ['dts of the board', 'Fan speed']],
    ['body:dts', []],
    ['list:openbmc', ['From the list']],
    ['list:openbmc.lists.ozlabs.example', ['From the list']],
    ['list:ozl*', ['From the list']],
    ['ozlabs', []],
    ['type:task power', ['Buy a power drill']],
    ['type:mail power', ['dts of the board', 'Fan speed']],
    ['type:task', ['Second task', 'Buy a power drill']],
    ['project:"garden shed"', ['Buy a power drill']],
    ['project:gard*', ['Buy a power drill']],
    ['project:none', []],
    ['priority:3', ['Buy a power drill']],
    ['priority:low', ['Second task']],
    ['status:next', ['Second task']],
    ['status:next,inbox', ['Second task', 'Buy a power drill']],
    ['due:<2020', ['Buy a power drill']],
    ['type:task -due:<2020', ['Second task']],
    ['date:2019-01', ['dts: add a regulator', 'Fan speed']],
    ['date:2019 dts', ['dts of the board', 'dts: add a regulator']],
    ['before:2019-01-08', ['Fan speed']],
    ['after:2020-01-05 before:2020-02', ['From the list', 'Größe und Çedille']],
    ['date:2019-01-08T10:00:00Z', ['dts: add a regulator']],
    ['larger:1M', []],
    ['from:joel smaller:1M', ['dts: add a regulator', 'Fan speed']],
    ['sort:date date:2019', ['Fan speed', 'dts: add a regulator', 'dts of the board']],
  ])('%s', async (q, expected) => expect(await titles(app, q)).toEqual(expected))
})

describe('and, or, not across text and rows', () => {
  it.each([
    ['-power type:mail', ['From the list', 'Größe und Çedille', 'dts: add a regulator']],
    ['-(power OR review) type:mail', ['From the list', 'Größe und Çedille']],
    ['hums OR priority:1', ['Second task', 'Fan speed']],
    ['-(hums OR type:task) date:2019', ['dts of the board', 'dts: add a regulator']],
    ['(hums OR -type:mail) power', ['Buy a power drill', 'Fan speed']],
    ['type:task OR from:andrew', ['Second task', 'Buy a power drill', 'dts of the board']],
    ['date:2019-01 OR cordless', ['Buy a power drill', 'dts: add a regulator', 'Fan speed']],
    ['-date:2019 type:mail', ['From the list', 'Größe und Çedille']],
    ['NOT (NOT hums)', ['Fan speed']],
    ['is:open', ['Second task', 'Buy a power drill']],
    ['is:starred', []],
    ['is:unread from:joel', ['dts: add a regulator', 'Fan speed']],
    ['is:read', []],
    ['in:inbox from:joel', ['dts: add a regulator', 'Fan speed']],
    ['has:attachment', []],
    [
      '',
      [
        'Second task',
        'Buy a power drill',
        'From the list',
        'Größe und Çedille',
        'dts of the board',
        'dts: add a regulator',
        'Fan speed',
      ],
    ],
  ])('%s', async (q, expected) => expect(await titles(app, q)).toEqual(expected))

  it('takes the type from the caller too', async () => {
    expect(await titles(app, 'power', { type: 'task' })).toEqual(['Buy a power drill'])
    expect(await titles(app, '', { type: 'task' })).toEqual(['Second task', 'Buy a power drill'])
    expect(await titles(app, 'type:task', { type: 'mail' })).toEqual([])
    expect(await titles(app, '-cordless', { type: 'task' })).toEqual(['Second task'])
  })
})
