import { createCapture, type Capture, type CaptureWay } from '#modules/capture/contract.ts'
import { api } from '#ui/data/api.ts'

/** Saves what was written down, to be read with this browser's language and zone. `key` makes a second try the same one. */
export function saveDump(text: string, way: CaptureWay, key: string): Promise<Capture> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return api.call(createCapture, { text, way, locale: navigator.language, zone: timeZone }, { idempotencyKey: key })
}
