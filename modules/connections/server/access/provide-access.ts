import { provide } from '#kernel/module-services.ts'
import { access } from '../../contract.ts'

export const provideAccess = provide(access, () => ({
  async open() {
    throw new Error('connections.access is not there yet')
  },
  async refused() {},
}))
