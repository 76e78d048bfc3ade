import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')
const light = tokensOf(':root')
const dark = { ...light, ...tokensOf("[data-scheme='dark']") }
const themes: Record<string, Record<string, string>> = {
  light,
  dark,
  calm: { ...light, ...tokensOf('[data-calm]') },
  'calm and dark': { ...dark, ...tokensOf('[data-calm]'), ...tokensOf("[data-scheme='dark'][data-calm]") },
}
const accents = ['yellow', 'green', 'pink', 'lilac', 'orange', 'red']
const grounds = ['paper', 'surface', 'sunken']

/** The colours of one block of tokens.css by their names. */
function tokensOf(selector: string): Record<string, string> {
  const block = css.split(`\n${selector} {`)[1]!.split('\n}')[0]!
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name, color]))
}

/** The contrast of two colours (WCAG 2.2, 1.4.3). */
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe.each(Object.entries(themes))('in %s', (_, tokens) => {
  const between = (a: string, b: string) => contrast(tokens[a]!, tokens[b]!)

  it.each(grounds)('text is readable on %s', (ground) => {
    for (const text of ['ink', 'ink-soft', 'link', 'danger'])
      expect.soft(between(text, ground), text).toBeGreaterThanOrEqual(4.5)
  })

  it.each(accents)('text is readable on %s', (accent) => {
    expect(between('on-accent', accent)).toBeGreaterThanOrEqual(4.5)
  })

  it('text is readable on the primary button and on what is chosen', () => {
    expect(between('on-blue', 'blue')).toBeGreaterThanOrEqual(4.5)
    expect(between('paper', 'ink')).toBeGreaterThanOrEqual(4.5)
  })

  it.each(grounds)('borders, controls and focus stand out on %s', (ground) => {
    for (const line of ['line', 'control', 'focus']) expect.soft(between(line, ground), line).toBeGreaterThanOrEqual(3)
  })

  it('one of the two tones of the focus stands out on every accent', () => {
    for (const accent of [...accents, 'blue']) {
      expect.soft(Math.max(between('focus', accent), between('focus-gap', accent)), accent).toBeGreaterThanOrEqual(3)
    }
  })

  it('marks stand out: the bar of what is unread, the tick in its box', () => {
    for (const ground of grounds) expect.soft(between('blue', ground), ground).toBeGreaterThanOrEqual(3)
    expect(between('on-accent', 'green')).toBeGreaterThanOrEqual(3)
  })

  it.each(pairsUsed())('text-%s is readable on bg-%s, as components have it', (text, ground) => {
    expect(between(text, ground)).toBeGreaterThanOrEqual(4.5)
  })
})

/** The colours of text and ground that stand in one list of classes somewhere in the web app. */
function pairsUsed(): [text: string, ground: string][] {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const files = globSync('{packages/ui,apps/web,modules/*/web}/**/*.tsx', { cwd: root, exclude: ['**/dist/**'] })
  const pairs = new Set<string>()
  for (const file of files) {
    for (const [, classes] of readFileSync(`${root}${file}`, 'utf8').matchAll(/['"`]([^'"`\n]*\bbg-[^'"`\n]*)['"`]/g))
      for (const pair of pairsOf(classes!.split(/\s+/))) pairs.add(pair)
  }
  expect(pairs.size).toBeGreaterThan(5)
  return [...pairs].sort().map((pair) => pair.split(' ') as [string, string])
}

// `hover:bg-yellow` goes with `hover:text-on-accent`, and with the plain `text-…` where there is none of its own.
function pairsOf(classes: string[]): string[] {
  const colors = classes.flatMap((name) => {
    const [, state, kind, color] = /^(.*:)?(bg|text)-([a-z-]+)$/.exec(name) ?? []
    return color && light[color] ? [{ state: state ?? '', kind, color }] : []
  })
  const texts = colors.filter(({ kind }) => kind === 'text')
  return colors
    .filter(({ kind }) => kind === 'bg')
    .flatMap(({ state, color }) => {
      const own = texts.filter((text) => text.state === state)
      return (own.length > 0 ? own : texts.filter((text) => text.state === '')).map((text) => `${text.color} ${color}`)
    })
}
