import { z } from 'zod'
import { defineEndpoint } from '#contract/operation.ts'
import { text } from '#contract/schema.ts'

export const getRemoteImage = defineEndpoint({
  name: 'mail.remote-image',
  summary: 'A remote image of a message, fetched by Daybook; the key comes in the document of the message and runs out',
  access: 'anonymous',
  limit: 'bearer',
  input: z.strictObject({ key: z.string().min(1).max(8000) }),
  output: text,
  errors: {
    'image-not-found': 'That image cannot be shown',
    'key-not-valid': {
      message: 'That address of an image is over',
      kind: 'not-found',
      remedy: 'Open the message again.',
    },
  },
  http: 'GET /remote-images/{key}',
  agent: { withheld: 'It is for the frame of a message alone' },
  example: { key: 'sealed' },
})
