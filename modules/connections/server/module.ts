import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'
import { provideAccess } from './access/provide-access.ts'
import revokeJob from './jobs/revoke.ts'
import rotateVaultJob from './jobs/rotate-vault.ts'
import tables from './migrations/0001-tables.ts'
import addConnection from './operations/add-connection.ts'
import authorize from './operations/authorize.ts'
import authorizeGmail from './operations/authorize-gmail.ts'
import beginConsent from './operations/begin-consent.ts'
import consentCallback from './operations/consent-callback.ts'
import describeConnections from './operations/describe-connections.ts'
import disconnect from './operations/disconnect.ts'
import discoverServers from './operations/discover-servers.ts'
import endRevocation from './operations/end-revocation.ts'
import eraseAccounts from './operations/erase-accounts.ts'
import findByAddress from './operations/find-by-address.ts'
import getConnection from './operations/get-connection.ts'
import inspectVault from './operations/inspect-vault.ts'
import integrationProviders from './operations/integration-providers.ts'
import integrationStatus from './operations/integration-status.ts'
import keepLogin from './operations/keep-login.ts'
import keepTokens from './operations/keep-tokens.ts'
import listAllConnections from './operations/list-all-connections.ts'
import listConnections from './operations/list-connections.ts'
import noteRefused from './operations/note-refused.ts'
import noteSync from './operations/note-sync.ts'
import pauseConnection from './operations/pause-connection.ts'
import readConnection from './operations/read-connection.ts'
import readRevocation from './operations/read-revocation.ts'
import readSecrets from './operations/read-secrets.ts'
import readVault from './operations/read-vault.ts'
import releaseLease from './operations/release-lease.ts'
import removeConnection from './operations/remove-connection.ts'
import resealStep from './operations/reseal-step.ts'
import restAccounts from './operations/rest-accounts.ts'
import resumeConnection from './operations/resume-connection.ts'
import rotateVault from './operations/rotate-vault.ts'
import signInConnection from './operations/sign-in-connection.ts'
import storeConnection from './operations/store-connection.ts'
import storeTokens from './operations/store-tokens.ts'
import takeConsent from './operations/take-consent.ts'
import takeLease from './operations/take-lease.ts'
import testConnection from './operations/test-connection.ts'
import updateConnection from './operations/update-connection.ts'
import validateAccount from './operations/validate-account.ts'
import verifyVault from './operations/verify-vault.ts'
import eraseWithOwners from './subscriptions/erase-accounts.ts'
import restWithMembers from './subscriptions/rest-accounts.ts'
import { sealedColumns } from './vault/sealed-columns.ts'

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
    addConnection,
    authorize,
    authorizeGmail,
    beginConsent,
    consentCallback,
    describeConnections,
    disconnect,
    discoverServers,
    endRevocation,
    eraseAccounts,
    findByAddress,
    getConnection,
    inspectVault,
    integrationProviders,
    integrationStatus,
    keepLogin,
    keepTokens,
    listAllConnections,
    listConnections,
    noteRefused,
    noteSync,
    pauseConnection,
    readConnection,
    readRevocation,
    readSecrets,
    readVault,
    releaseLease,
    removeConnection,
    resealStep,
    restAccounts,
    resumeConnection,
    rotateVault,
    signInConnection,
    storeConnection,
    storeTokens,
    takeConsent,
    takeLease,
    testConnection,
    updateConnection,
    validateAccount,
    verifyVault,
  ],
  jobs: [revokeJob, rotateVaultJob],
  subscriptions: [eraseWithOwners, restWithMembers],
  services: [provideAccess],
  sealed: sealedColumns,
  records: { 'connections.connection': contract.describeConnections },
})
