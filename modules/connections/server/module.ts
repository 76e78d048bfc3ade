import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'
import tables from './migrations/0001-tables.ts'
import { notYet } from './not-yet.ts'
import describeConnections from './operations/describe-connections.ts'
import getConnection from './operations/get-connection.ts'
import listAllConnections from './operations/list-all-connections.ts'
import listConnections from './operations/list-connections.ts'
import noteSync from './operations/note-sync.ts'
import pauseConnection from './operations/pause-connection.ts'
import readConnection from './operations/read-connection.ts'
import removeConnection from './operations/remove-connection.ts'
import resumeConnection from './operations/resume-connection.ts'
import updateConnection from './operations/update-connection.ts'
import { provideAccess } from './access/provide-access.ts'

export default defineModule({
  name: 'connections',
  contract,
  tables: {
    connections_connection: 'workspace',
    connections_directory: 'instance',
    connections_data_key: 'instance',
    connections_secret: 'instance',
    connections_lease: 'instance',
    connections_consent: 'instance',
    connections_revocation: 'instance',
  },
  migrations: [tables],
  operations: [
    ...notYet,
    describeConnections,
    getConnection,
    listAllConnections,
    listConnections,
    noteSync,
    pauseConnection,
    readConnection,
    removeConnection,
    resumeConnection,
    updateConnection,
  ],
  services: [provideAccess],
  records: { 'connections.connection': contract.describeConnections },
})
