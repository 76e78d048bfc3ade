import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'
import ringBellLater from './jobs/ring-bell.ts'
import tables from './migrations/0001-tables.ts'
import bells from './migrations/0002-bells.ts'
import correctSession from './operations/correct-session.ts'
import createTemplate from './operations/create-template.ts'
import deleteTemplate from './operations/delete-template.ts'
import eraseFocus from './operations/erase-focus.ts'
import extendSession from './operations/extend-session.ts'
import finishSession from './operations/finish-session.ts'
import getFocus from './operations/get-focus.ts'
import getSession from './operations/get-session.ts'
import hearBell from './operations/hear-bell.ts'
import listSessions from './operations/list-sessions.ts'
import listTemplates from './operations/list-templates.ts'
import listThoughts from './operations/list-thoughts.ts'
import logSession from './operations/log-session.ts'
import parkThought from './operations/park-thought.ts'
import pauseSession from './operations/pause-session.ts'
import readStatistics from './operations/read-statistics.ts'
import readWork from './operations/read-work.ts'
import resumeSession from './operations/resume-session.ts'
import ringBell from './operations/ring-bell.ts'
import settleThought from './operations/settle-thought.ts'
import startSession from './operations/start-session.ts'
import startWork from './operations/start-work.ts'
import takeBreak from './operations/take-break.ts'
import updateSession from './operations/update-session.ts'
import updateTemplate from './operations/update-template.ts'
import countTime from './subscriptions/count-time.ts'
import eraseWithPeople from './subscriptions/erase-focus.ts'

export default defineModule({
  name: 'focus',
  contract,
  private: true,
  tables: {
    focus_session: 'workspace',
    focus_stretch: 'workspace',
    focus_correction: 'workspace',
    focus_thought: 'workspace',
    focus_template: 'workspace',
  },
  migrations: [tables, bells],
  operations: [
    correctSession,
    createTemplate,
    deleteTemplate,
    eraseFocus,
    extendSession,
    finishSession,
    getFocus,
    getSession,
    hearBell,
    listSessions,
    listTemplates,
    listThoughts,
    logSession,
    parkThought,
    pauseSession,
    readStatistics,
    readWork,
    resumeSession,
    ringBell,
    settleThought,
    startSession,
    startWork,
    takeBreak,
    updateSession,
    updateTemplate,
  ],
  jobs: [ringBellLater],
  subscriptions: [countTime, eraseWithPeople],
  uses: ['tasks.list-outlines'],
})
