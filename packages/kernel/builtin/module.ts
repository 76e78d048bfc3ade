import { defineModule, type ModuleDefinition } from '../module.ts'
import type { Services } from '../services.ts'
import * as contract from './contract.ts'
import { auditOperations } from './audit-operations.ts'
import { jobOperations } from './job-operations.ts'
import { linkOperations } from './link-operations.ts'
import { settingOperations } from './setting-operations.ts'
import { uploadOperations } from './upload-operations.ts'

/** The kernel's own operations, declared and served like any module's. */
export function createBuiltin(services: () => Services): ModuleDefinition {
  return defineModule({
    name: 'kernel',
    contract,
    tables: {},
    migrations: [],
    operations: [
      ...jobOperations(services),
      ...linkOperations(services),
      ...settingOperations(services),
      ...auditOperations(),
      ...uploadOperations(),
    ],
  })
}
