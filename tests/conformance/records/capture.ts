import type { Makers, Making } from './making.ts'

/** Pieces of captures; captures and prompts are made out of their examples. */
export const captureRecords: Makers = {
  'capture.item': async (making) => (await readCapture(making)).items[0].id,
}

/** A capture whose job has read it. */
async function readCapture({ conformance, call }: Making): Promise<any> {
  const { id } = await call('capture.create', { text: 'Call the dentist. Buy milk and bread.', locale: 'en-GB' })
  await conformance.app.settle()
  return call('capture.get', { id })
}
