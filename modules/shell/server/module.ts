import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'

export default defineModule({
  name: 'shell',
  contract,
  tables: {},
  migrations: [],
  operations: [],
  settings: [contract.keyChoices],
})
