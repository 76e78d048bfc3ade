import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'
import learn from './jobs/learn.ts'
import tables from './migrations/0001-tables.ts'
import eraseModels from './operations/erase-models.ts'
import estimateDuration from './operations/estimate-duration.ts'
import forgetDurations from './operations/forget-durations.ts'
import getModel from './operations/get-model.ts'
import keepModel from './operations/keep-model.ts'
import learnDurations from './operations/learn-durations.ts'
import noteWork from './operations/note-work.ts'
import readWorkStatistics from './operations/read-work-statistics.ts'
import eraseWithPeople from './subscriptions/erase-models.ts'
import noteDoneWork from './subscriptions/note-work.ts'

export default defineModule({
  name: 'insights',
  contract,
  tables: { insights_model: 'workspace' },
  migrations: [tables],
  operations: [
    eraseModels,
    estimateDuration,
    forgetDurations,
    getModel,
    keepModel,
    learnDurations,
    noteWork,
    readWorkStatistics,
  ],
  jobs: [learn],
  subscriptions: [eraseWithPeople, noteDoneWork],
  uses: ['tasks.list-projects', 'tasks.list-work'],
})
