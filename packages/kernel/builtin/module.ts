import { defineModule, type ModuleDefinition } from '../module.ts'
import type { Services } from '../services.ts'
import { internalApprovalOperations } from '../approvals/internal-operations.ts'
import { erasureJobs } from '../erasure/jobs.ts'
import { erasureOperations } from '../erasure/operations.ts'
import * as contract from './contract.ts'
import { approvalMinutes } from './approval-contract.ts'
import { approvalOperations } from './approval-operations.ts'
import { auditOperations } from './audit-operations.ts'
import { jobOperations } from './job-operations.ts'
import { linkOperations } from './link-operations.ts'
import { recordOperations } from './record-operations.ts'
import { realtimeOperations } from './realtime-operations.ts'
import { settingOperations } from './setting-operations.ts'
import { uploadOperations } from './upload-operations.ts'

/** The kernel's own operations, declared and served like any module's. */
export function createBuiltin(services: () => Services): ModuleDefinition {
  return defineModule({
    name: 'kernel',
    contract,
    tables: {},
    migrations: [],
    settings: [approvalMinutes],
    jobs: erasureJobs(services),
    operations: [
      ...approvalOperations(services),
      ...erasureOperations(),
      ...internalApprovalOperations(services),
      ...jobOperations(services),
      ...linkOperations(services),
      ...realtimeOperations(services),
      ...recordOperations(services),
      ...settingOperations(services),
      ...auditOperations(services),
      ...uploadOperations(),
    ],
  })
}
