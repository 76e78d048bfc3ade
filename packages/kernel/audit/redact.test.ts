import { expect, it } from 'vitest'
import { z } from 'zod'
import { secretText } from '#contract/schema.ts'
import { redactorOf } from './redact.ts'

it('knows a secret however its schema was dressed', () => {
  const schema = z.object({
    plain: z.string(),
    token: secretText(),
    described: secretText().describe('Told once'),
    optional: secretText().optional().describe('Or not'),
    list: z.array(z.object({ deep: secretText().nullable().describe('Deep') })),
  })
  const redact = redactorOf(schema)
  expect(
    redact({ plain: 'a', token: 'b', described: 'c', optional: 'd', list: [{ deep: 'e' }, { deep: null }] }),
  ).toEqual({
    plain: 'a',
    token: '[secret]',
    described: '[secret]',
    optional: '[secret]',
    list: [{ deep: '[secret]' }, { deep: null }],
  })
})
