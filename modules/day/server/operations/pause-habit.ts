import { pauseHabit } from '../../contract.ts'
import { command } from '../database.ts'
import { changeHabit } from '../habits/change-habit.ts'

export default command(pauseHabit, (context, { id, paused, zone }) =>
  changeHabit(context, id, zone, { paused: paused ? 1 : 0 }),
)
