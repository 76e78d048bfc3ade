import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'
import tables from './migrations/0001-tables.ts'
import listWishes from './operations/list-wishes.ts'
import makeWish from './operations/make-wish.ts'

export default defineModule({
  name: 'sample',
  contract,
  tables: { sample_wish: 'workspace' },
  migrations: [tables],
  operations: [listWishes, makeWish],
})
