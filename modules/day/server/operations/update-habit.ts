import { updateHabit } from '../../contract.ts'
import { command } from '../database.ts'
import { changeHabit } from '../habits/change-habit.ts'

export default command(updateHabit, (context, { id, name, times, zone }) =>
  changeHabit(context, id, zone, { ...(name !== undefined && { name }), ...(times !== undefined && { times }) }),
)
