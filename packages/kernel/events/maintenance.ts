import type { Database } from '../database/port.ts'
import type { Maintenance } from '../handlers.ts'

/** SQL for the upkeep of a projection's tables; everybody else goes first. */
export function maintenanceOf(database: Database): Maintenance {
  return {
    dialect: database.dialect,
    run: (sql) =>
      database.write(async (transaction) => (await transaction.run(sql)).changes, {
        bulk: true,
        isolation: 'read-committed',
      }),
    get: (sql) => database.read(async (transaction) => transaction.get(sql)),
  }
}
