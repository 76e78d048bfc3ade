import type { OperationHandler } from '#kernel/handlers.ts'
import * as contract from '../contract.ts'

const { addConnection, authorize, consentCallback, disconnect, discoverServers, integrationProviders } = contract
const { integrationStatus, inspectVault, rotateVault, signInConnection, testConnection } = contract
const { validateAccount, verifyVault } = contract

/** Declared, and carried out by nobody until their files are here. */
export const notYet: OperationHandler[] = [
  addConnection,
  authorize,
  consentCallback,
  disconnect,
  discoverServers,
  integrationProviders,
  integrationStatus,
  inspectVault,
  rotateVault,
  signInConnection,
  testConnection,
  validateAccount,
  verifyVault,
].map((operation) => ({
  operation,
  handle() {
    throw new Error(`${operation.name} is not there yet`)
  },
}))
