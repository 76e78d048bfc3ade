import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAddresses } from './addresses.ts'

const brief = (source: string): string[] => parseAddresses(source).map(({ name, address }) => `${name}|${address}`)

describe('addresses', () => {
  it.each([
    ['ada@example.test', ['|ada@example.test']],
    ['Ada Lovelace <ada@example.test>', ['Ada Lovelace|ada@example.test']],
    ['"Lovelace, Ada" <ada@example.test>, bob@example.test', ['Lovelace, Ada|ada@example.test', '|bob@example.test']],
    ['"Ada \\"the\\" first" <ada@example.test>', ['Ada "the" first|ada@example.test']],
    ['ada@example.test (Ada Lovelace)', ['Ada Lovelace|ada@example.test']],
    ['Ada (at work) <ada@example.test>', ['Ada|ada@example.test']],
    // RFC 5322 appendix A.5.
    ['Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>', ['Pete|pete@silly.test']],
    ["Chris Jones <c@(Chris's host.)public.example>", ['Chris Jones|c@public.example']],
    ['John Doe <jdoe@machine(comment).  example>', ['John Doe|jdoe@machine.example']],
    ['(empty list) ;', ['empty list|']],
    ['group: a@example.test (one), b@example.test; (the end of the group)', ['one|a@example.test', '|b@example.test']],
    ['undisclosed-recipients:;', []],
    ['', []],
    ['=?utf-8?Q?Gr=C3=BC=C3=9Fe=2C_Ada?= <ada@example.test>', ['Grüße, Ada|ada@example.test']],
    ['=?utf-7?Q?Gr+APwA3w-e?= <ada@example.test>', ['Grüße|ada@example.test']],
    ['"=?koi8-r?B?0NLJ18XU?=" <ada@example.test>', ['привет|ada@example.test']],
    ['Ada <ada@example.test', ['Ada|ada@example.test']],
    ['Ada ada@example.test', ['Ada|ada@example.test']],
    ['a@example.test; b@example.test', ['|a@example.test', '|b@example.test']],
    ['"ada@home" <ada@example.test>', ['ada@home|ada@example.test']],
    ['<@relay.test:ada@example.test>', ['|@relay.test:ada@example.test']],
    ['"quoted@local"@example.test', ['|quoted@local@example.test']],
  ])('%s', (source, list) => expect(brief(source)).toEqual(list))

  it('does not make an address of what an encoded word says', () => {
    expect(brief('=?utf-8?Q?eve=40example.test?=')).toEqual(['eve@example.test|'])
  })
})

it('reads plain fields as it reads those with anything special in them', () => {
  const words = fc.constantFrom('Ada', 'de', 'J.', "O'Neil", 'B-C', 'x_y', 'me', '7', 'A1')
  const address = fc.constantFrom('ada@example.test', 'a.b+c@x-y.example.org', '_a@b', 'A@B.C', 'a..b@c', 'a@b.')
  const name = fc.array(words, { maxLength: 3 }).map((each) => each.join(' '))
  const entry = fc
    .tuple(name, fc.constantFrom(' ', '', '  '), address, fc.boolean())
    .map(([called, between, at, bare]) => (bare ? `${called}${between}${at}` : `${called}${between}<${at}>`))
  const field = fc.tuple(fc.array(entry, { minLength: 1, maxLength: 3 }), fc.constantFrom(', ', ',', ' , ', ',, '))
  fc.assert(
    fc.property(field, ([entries, between]) => {
      const plain = entries.join(between)
      expect(parseAddresses(plain)).toEqual(parseAddresses(`${plain}, "Q" <q@example.test>`).slice(0, -1))
    }),
    { numRuns: 2000, seed: 5 },
  )
})
