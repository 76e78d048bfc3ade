import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'
import projectRecords from './index/project-records.ts'
import tables from './migrations/0001-tables.ts'
import beginnings from './migrations/0002-beginnings.ts'
import lightVectors from './migrations/0003-light-vectors.ts'
import eraseWorkspaceJob from './jobs/erase-workspace.ts'
import eraseBatch from './operations/erase-batch.ts'
import eraseWorkspace from './operations/erase-workspace.ts'
import find from './operations/find.ts'
import eraseWorkspaces from './subscriptions/erase-workspaces.ts'

export default defineModule({
  name: 'search',
  contract,
  tables: {
    search_document: 'workspace',
    search_keyword: 'workspace',
    search_audience: 'instance',
    // Its rows are reached through those of search_document, or by the audience within it.
    search_index: 'instance',
    search_vector: 'instance',
  },
  migrations: [tables, beginnings, lightVectors],
  operations: [eraseBatch, eraseWorkspace, find],
  jobs: [eraseWorkspaceJob],
  subscriptions: [projectRecords, eraseWorkspaces],
  uses: [
    'capture.search-bodies',
    'capture.search-documents',
    'mail.search-bodies',
    'mail.search-documents',
    'tasks.list-projects',
    'tasks.search-bodies',
    'tasks.search-documents',
  ],
})
