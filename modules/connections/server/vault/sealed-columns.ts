import type { SealedColumn } from '#kernel/sealing/sealed-column.ts'
import { DATA_KEY_PLACE, verifierPlace } from './places.ts'

/** What of accounts lies under the instance key itself: data keys, and consents that are under way. */
export const sealedColumns: SealedColumn[] = [
  { table: 'connections_data_key', column: 'wrapped', key: 'id', place: () => DATA_KEY_PLACE },
  {
    table: 'connections_consent',
    column: 'sealed_verifier',
    key: 'state_hash',
    place: ({ state_hash }) => verifierPlace(String(state_hash)),
  },
]
