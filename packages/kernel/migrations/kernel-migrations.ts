import { approvalTables } from './approval-tables.ts'
import { eventPersons } from './event-persons.ts'
import { kernelTables } from './kernel-tables.ts'
import { leases } from './leases.ts'
import type { Migration } from './migration.ts'
import { unsealed } from './unsealed.ts'

/** The steps of the kernel's own schema, in their order. */
export const kernelMigrations: Migration[] = [kernelTables, eventPersons, approvalTables, unsealed, leases]
