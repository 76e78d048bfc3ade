import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'
import tables from './migrations/0001-tables.ts'
import acceptHabits from './operations/accept-habits.ts'
import archiveHabit from './operations/archive-habit.ts'
import closeEvening from './operations/close-evening.ts'
import countHabit from './operations/count-habit.ts'
import createHabit from './operations/create-habit.ts'
import createPause from './operations/create-pause.ts'
import endPause from './operations/end-pause.ts'
import eraseDays from './operations/erase-days.ts'
import forecastEnergy from './operations/forecast-energy.ts'
import getBriefing from './operations/get-briefing.ts'
import getCompass from './operations/get-compass.ts'
import getEnergy from './operations/get-energy.ts'
import getRitual from './operations/get-ritual.ts'
import keepMorning from './operations/keep-morning.ts'
import listCards from './operations/list-cards.ts'
import listEnergy from './operations/list-energy.ts'
import listHabits from './operations/list-habits.ts'
import listPauses from './operations/list-pauses.ts'
import noteEnergy from './operations/note-energy.ts'
import pauseHabit from './operations/pause-habit.ts'
import planDay from './operations/plan-day.ts'
import postponeEnergy from './operations/postpone-energy.ts'
import recommend from './operations/recommend.ts'
import removeEnergy from './operations/remove-energy.ts'
import removePause from './operations/remove-pause.ts'
import reopenRitual from './operations/reopen-ritual.ts'
import setCompass from './operations/set-compass.ts'
import skipRitual from './operations/skip-ritual.ts'
import uncountHabit from './operations/uncount-habit.ts'
import undoHabits from './operations/undo-habits.ts'
import updateHabit from './operations/update-habit.ts'
import eraseWithPeople from './subscriptions/erase-days.ts'
import makeWantedHabits from './subscriptions/make-wanted-habits.ts'

export default defineModule({
  name: 'day',
  contract,
  tables: {
    day_energy: 'workspace',
    day_person: 'workspace',
    day_ritual: 'workspace',
    day_plan: 'workspace',
    day_pause: 'workspace',
    day_habit: 'workspace',
    day_habit_count: 'workspace',
  },
  migrations: [tables],
  // How somebody feels and lives is theirs alone.
  private: true,
  operations: [
    acceptHabits,
    archiveHabit,
    closeEvening,
    countHabit,
    createHabit,
    createPause,
    endPause,
    eraseDays,
    forecastEnergy,
    getBriefing,
    getCompass,
    getEnergy,
    getRitual,
    keepMorning,
    listCards,
    listEnergy,
    listHabits,
    listPauses,
    noteEnergy,
    pauseHabit,
    planDay,
    postponeEnergy,
    recommend,
    removeEnergy,
    removePause,
    reopenRitual,
    setCompass,
    skipRitual,
    uncountHabit,
    undoHabits,
    updateHabit,
  ],
  settings: [contract.gamesAndPrompts, contract.rhythm],
  subscriptions: [eraseWithPeople, makeWantedHabits],
  uses: [
    'capture.get',
    'mail.list-reminders',
    'mail.list-suggested-tasks',
    'tasks.get',
    'tasks.get-score',
    'tasks.list',
    'tasks.list-projects',
    'tasks.list-work',
  ],
})
