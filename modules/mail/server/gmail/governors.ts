import { QuotaGovernor } from './quota-governor.ts'

/** The governors of this process, by account: one for all who ask for it, as the server counts them together. */
export const governors = new Map<string, QuotaGovernor>()

export function governorOf(connectionId: string): QuotaGovernor {
  const known = governors.get(connectionId)
  if (known) return known
  const governor = new QuotaGovernor()
  governors.set(connectionId, governor)
  return governor
}
