import { getMe } from '#modules/identity/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'

/** Whether whoever is signed in keeps this Daybook. */
export const useIsInstanceAdmin = (): boolean => useOperation(getMe, {}).data?.instanceAdmin ?? false
