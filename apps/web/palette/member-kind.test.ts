import { describe, expect, it } from 'vitest'
import { choicesOf, memberKind, toValue } from './member-kind.ts'

const nullableChoice = { anyOf: [{ type: 'string', enum: ['yellow', 'green'] }, { type: 'null' }] }
const flag = { anyOf: [{ type: 'string' }, { type: 'boolean' }] }
const ids = { type: 'array', items: { type: 'string', format: 'uuid' } }
const records = { type: 'array', items: { type: 'object' } }

describe('the field for a schema', () => {
  it.each([
    [{ type: 'string' }, 'text'],
    [{ type: 'integer' }, 'number'],
    [flag, 'flag'],
    [nullableChoice, 'choice'],
    [ids, 'lines'],
    [records, 'json'],
    [{}, 'json'],
  ])('%j is asked for as %s', (schema, kind) => expect(memberKind(schema)).toBe(kind))

  it('offers what a closed list holds', () => expect(choicesOf(nullableChoice)).toEqual(['yellow', 'green']))
})

describe('the value of a field', () => {
  it.each([
    [{ type: 'string' }, '', undefined],
    [{ type: 'string' }, '12', '12'],
    [{ type: 'integer' }, '12', 12],
    [flag, 'false', false],
    [ids, 'a\n b \n\n', ['a', 'b']],
    [records, '[{"id":1}]', [{ id: 1 }]],
    [records, '[{', '[{'],
  ])('%j from %j is %j', (schema, text, value) => expect(toValue(schema, text)).toEqual(value))
})
