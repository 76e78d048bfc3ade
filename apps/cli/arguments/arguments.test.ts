import { describe, expect, it } from 'vitest'
import { closest } from './closest.ts'
import { takeGlobalOptions } from './global-options.ts'
import { scan } from './scan.ts'

const known = new Map([
  ['type', 'value'],
  ['starred', 'flag'],
  ['labels', 'value'],
] as const)

describe('global options', () => {
  it('are taken wherever they stand', () => {
    const { options, words } = takeGlobalOptions([
      '--data',
      '/d',
      'task',
      'list',
      '--json',
      '--limit',
      '3',
      '--token=abc',
    ])
    expect(words).toEqual(['task', 'list', '--limit', '3'])
    expect(options).toMatchObject({ data: '/d', json: true, token: 'abc', help: false })
  })

  it('are text after a lone --', () => {
    expect(takeGlobalOptions(['search', '--', '--json']).words).toEqual(['search', '--', '--json'])
  })

  it('take -h and -v at the beginning only, so that they can be searched for', () => {
    expect(takeGlobalOptions(['-v']).options.version).toBe(true)
    expect(takeGlobalOptions(['search', '-v']).words).toEqual(['search', '-v'])
  })
})

describe('scanning a command line', () => {
  it('keeps words that begin with one dash or hold quotes', () => {
    const { words } = scan(['-review', '"power supply" from:joel -x', '-'], known)
    expect(words).toEqual(['-review', '"power supply" from:joel -x', '-'])
  })

  it('reads values after a blank or an equals sign, flags alone, and repeats', () => {
    const { words, options } = scan(['--type', 'mail', 'word', '--starred', '--labels=a', '--labels', 'b=c'], known)
    expect(words).toEqual(['word'])
    expect(Object.fromEntries(options)).toEqual({ type: ['mail'], starred: ['true'], labels: ['a', 'b=c'] })
  })

  it('turns a flag off and empties another option with --no-', () => {
    expect(Object.fromEntries(scan(['--no-starred', '--no-type'], known).options)).toEqual({
      starred: ['false'],
      type: [null],
    })
  })

  it('takes everything after -- as text', () => {
    expect(scan(['--', '--type', '-x'], known).words).toEqual(['--type', '-x'])
  })

  it('refuses an unknown option and names the nearest', () => {
    expect(() => scan(['--tpye', 'mail'], known)).toThrow(
      expect.objectContaining({
        code: 'bad-usage',
        problem: expect.objectContaining({ remedy: 'Did you mean --type?' }),
      }),
    )
    expect(() => scan(['--type'], known)).toThrow('--type needs a value')
  })
})

describe('the closest word', () => {
  it('is a letter or two away', () => {
    expect(closest('prot', ['port', 'host'])).toBe('port')
    expect(closest('serach', ['search', 'start'])).toBe('search')
    expect(closest('tasks.craete', ['tasks.create', 'tasks.delete'])).toBe('tasks.create')
  })

  it('is none when nothing is near', () => {
    expect(closest('banana', ['port', 'host'])).toBeNull()
  })
})
