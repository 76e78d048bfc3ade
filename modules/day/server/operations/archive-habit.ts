import { archiveHabit } from '../../contract.ts'
import { command } from '../database.ts'
import { changeHabit } from '../habits/change-habit.ts'

export default command(archiveHabit, (context, { id, archived, zone }) =>
  changeHabit(context, id, zone, { archived: archived ? 1 : 0 }),
)
