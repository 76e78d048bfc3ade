import { QuotaGovernor } from './quota-governor.ts'

const governors = new Map<string, QuotaGovernor>()

/** The governor of an account: one for all in this process who ask for it, as the server counts them together. */
export function governorOf(connectionId: string): QuotaGovernor {
  const known = governors.get(connectionId)
  if (known) return known
  const governor = new QuotaGovernor()
  governors.set(connectionId, governor)
  return governor
}
