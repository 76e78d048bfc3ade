import { z } from 'zod'
import { defineJob } from '#contract/job.ts'

/** Looks for the account of an address and mails a reset link. Apart from the request, whose time would tell. */
export const prepareReset = defineJob({
  name: 'identity.prepare-reset',
  summary: 'Mail a reset link, where there is an account',
  input: z.object({ sealed: z.string() }),
})

/** Where the sealed address of a request belongs. */
export const RESET_PLACE = 'jobs.input.identity.prepare-reset'
