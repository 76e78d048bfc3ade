import { getMe, type Me } from '#modules/identity/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'

/** Who is signed in; undefined while that is not known. */
export function useMe(): Me | undefined {
  return useOperation(getMe, {}).data
}

export const useIsInstanceAdmin = (): boolean => useMe()?.instanceAdmin ?? false
export const useIsMember = (): boolean => useMe()?.role !== 'guest'
export function useIsAdmin(): boolean {
  const role = useMe()?.role
  return role === 'admin' || role === 'owner'
}
