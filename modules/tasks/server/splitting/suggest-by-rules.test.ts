import { describe, expect, it } from 'vitest'
import { splitLanguages } from './languages.ts'
import { suggestByRules, type SplitQuestion } from './suggest-by-rules.ts'

const ask = (title: string, more: Partial<SplitQuestion> = {}, locale = 'en-GB') =>
  suggestByRules(splitLanguages(locale), { title, minutes: null, fits: 'either', present: [], ...more })
const titles = (...question: Parameters<typeof ask>) => ask(...question).items.map((item) => item.title)
const total = (...question: Parameters<typeof ask>) =>
  ask(...question).items.reduce((sum, { minutes }) => sum + minutes!, 0)

describe('the size of a task', () => {
  it('is by its estimate: under 10 minutes simple, to 60 several steps, over 60 a project', () => {
    const scopes = [9, 10, 60, 61].map((minutes) => ask('Write the report', { minutes }).scope)
    expect(scopes).toEqual(['simple', 'multi-step', 'multi-step', 'project'])
  })

  it('leaves what is small alone, unless somebody asks', () => {
    expect(ask('Call the dentist', { minutes: 5 })).toMatchObject({
      items: [],
      message: 'Under ten minutes: small enough to do in one go.',
    })
    expect(ask('Call the dentist', { minutes: 5, scope: 'simple' }).items.length).toBeGreaterThan(2)
  })

  it('is by its kind where nobody has estimated it', () => {
    expect(ask('Plan the wedding')).toMatchObject({ scope: 'project', kind: 'part', verb: 'plan' })
    expect(ask('Call Ada')).toMatchObject({ scope: 'multi-step', kind: 'step', verb: 'call' })
  })
})

describe('steps', () => {
  it('take 2 to 5 minutes each in every language, and no more in all than the task', () => {
    for (const locale of ['en', 'de', 'fr'])
      for (const { words, steps } of Object.values(splitLanguages(locale)[0]!.verbs)) {
        const [verb] = words.split('|')
        const { items } = ask(verb!, { scope: 'multi-step' }, locale)
        expect(items.length, steps).toBeGreaterThanOrEqual(3)
        for (const { title, minutes } of items) {
          expect(minutes, title).toBeGreaterThanOrEqual(2)
          expect(minutes, title).toBeLessThanOrEqual(5)
          expect(title, title).toMatch(/^[\p{Lu}]/u)
          expect(title).not.toMatch(/[{}]/)
        }
      }
    for (const minutes of [30, 40, 60]) expect(total('Write the report', { minutes })).toBeLessThanOrEqual(minutes)
  })

  it('are more where there is more time', () => {
    const counts = [15, 30, 60].map((minutes) => titles('Write the report', { minutes }).length)
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
    expect(new Set(counts).size).toBe(3)
  })

  it('name what the task is about', () => {
    const second = (title: string) => titles(title)[1]
    expect(second('Write a report for Ada')).toMatch(/who reads the report for Ada and/)
    expect(second('Please write report')).toMatch(/who reads the report and/)
    expect(second("Write Ada's report")).toMatch(/who reads Ada's report and/)
    expect(second('Write')).toMatch(/who reads it and/)
    expect(titles('Read chapter 3')[0]).toBe('Put chapter 3 in front of you and everything else away')
  })

  it('are those of the language of the title, whatever the locale', () => {
    expect(titles('Küche putzen', {}, 'en')[0]).toBe('Musik anmachen und ein Fenster öffnen')
    expect(titles('Appeler maman', {}, 'de')[0]).toBe('Trouver le numéro et les heures où l’on répond')
    expect(titles('Irgendwas', {}, 'de')[0]).toBe('In einem Satz aufschreiben, was da ist, wenn es fertig ist')
  })

  it('leave out what is there already', () => {
    const present = titles('Clean the kitchen').slice(0, 2)
    expect(titles('Clean the kitchen', { present })).toEqual(titles('Clean the kitchen').slice(2))
    expect(ask('Clean the kitchen', { present: titles('Clean the kitchen') })).toMatchObject({
      items: [],
      message: 'All that the rules know is there already.',
    })
  })
})

describe('the kind of work', () => {
  it.each([
    ['Draft the cover letter', 'write'],
    ['Reply to Grace', 'answer'],
    ['ring the plumber', 'call'],
    ['Tidy up the garage', 'clean'],
    ['Organise the offsite', 'plan'],
    ['Repair the bike', 'fix'],
    ['Order a new filter', 'buy'],
    ['Study for the exam', 'learn'],
    ['Read the contract', 'read'],
    ['Find out what a heat pump costs', 'research'],
    ['Choose a school', 'decide'],
    ['Fill in the form', 'pay'],
    ['Prepare the talk', 'prepare'],
    ['Pack the suitcase', 'pack'],
    ['Book a table', 'book'],
    ['Talk to Ada about the budget', 'talk'],
    ['Bake a cake', 'cook'],
    ['Set up the printer', 'build'],
    ['Proofread the offer', 'review'],
    ['Sort the photos', 'sort'],
    ['Go for a run', 'exercise'],
    ['Return the shoes', 'bring'],
    ['Tax return', 'pay'],
    ['Dentist', 'book'],
    ['Ideas', null],
    ['Writers of the north', null],
  ])('of “%s” is %s', (title, verb) => expect(ask(title).verb).toBe(verb))
})

describe('a project', () => {
  it('has parts whose minutes come to about its own', () => {
    const { kind, items } = ask('Plan the trip to Oslo', { minutes: 240 })
    expect(kind).toBe('part')
    expect(items.map(({ minutes }) => minutes)).toEqual([20, 45, 20, 45, 45, 45, 20])
    expect(items[0]!.title).toBe('Decide what the trip to Oslo has to achieve, and what it may cost')
  })

  it('has parts that can be taken apart in turn', () => {
    const parts = ask('Write the thesis', { minutes: 600 }).items
    const verbs = parts.map(({ title }) => ask(title, { fits: 'steps' }).verb)
    expect(verbs).toEqual(['decide', 'research', 'plan', 'write', 'review', 'bring'])
  })

  it('has steps where no parts can stand, and parts alone above tasks', () => {
    expect(ask('Plan the trip', { minutes: 240, fits: 'steps' }).kind).toBe('step')
    expect(ask('Call Ada', { minutes: 20, fits: 'parts' }).kind).toBe('part')
  })
})
