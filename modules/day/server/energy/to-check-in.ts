import { toInstant } from '#base/time.ts'
import type { EnergyCheckIn } from '../../contract.ts'
import type { EnergyRow } from '../database.ts'

export function toCheckIn({ id, level, at, on_day, hour }: EnergyRow): EnergyCheckIn {
  return { id, level, at: toInstant(at), day: on_day, hour }
}
