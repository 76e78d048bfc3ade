import { z } from 'zod'
import { defineCommand, defineQuery } from '#contract/operation.ts'
import { defineEvent } from '#contract/event.ts'
import { id } from '#contract/schema.ts'

export const WishId = id('sample.wish')
export const Wish = z.object({ id: WishId, text: z.string() }).meta({ id: 'Wish' })

export const wishMade = defineEvent({
  name: 'sample.wish-made',
  summary: 'A wish was made',
  data: z.object({ id: WishId }),
})

export const makeWish = defineCommand({
  name: 'sample.make-wish',
  summary: 'Make a wish',
  access: 'member',
  input: z.strictObject({ text: z.string().trim().min(1).max(200) }),
  output: Wish,
  http: 'POST /wishes',
  cli: { name: 'wish add', positional: ['text'] },
  emits: [wishMade],
  example: { text: 'A quiet afternoon' },
})

export const listWishes = defineQuery({
  name: 'sample.list-wishes',
  summary: 'List wishes, newest first',
  access: 'member',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Wish) }),
  http: 'GET /wishes',
  cli: { name: 'wish list' },
  example: {},
})
