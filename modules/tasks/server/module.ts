import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'
import deleteFilesJob from './jobs/delete-files.ts'
import forgetFilesJob from './jobs/forget-files.ts'
import emptyTrash from './jobs/empty-trash.ts'
import tables from './migrations/0001-tables.ts'
import wholeTasks from './migrations/0002-whole-tasks.ts'
import recurrence from './migrations/0003-recurrence.ts'
import views from './migrations/0004-views.ts'
import time from './migrations/0007-time.ts'
import splitting from './migrations/0005-splitting.ts'
import captured from './migrations/0008-captured.ts'
import merge from './migrations/0009-merge.ts'
import projects from './migrations/0010-projects.ts'
import templatePeople from './migrations/0011-template-people.ts'
import words from './migrations/0012-words.ts'
import { delegationOperations } from './delegation/operations.ts'
import delegation from './migrations/0006-delegation.ts'
import createFilter from './operations/create-filter.ts'
import deleteFilter from './operations/delete-filter.ts'
import getAgenda from './operations/get-agenda.ts'
import getBoard from './operations/get-board.ts'
import listBranches from './operations/list-branches.ts'
import listFilters from './operations/list-filters.ts'
import updateFilter from './operations/update-filter.ts'
import acceptCapture from './operations/accept-capture.ts'
import addDependency from './operations/add-dependency.ts'
import addStep from './operations/add-step.ts'
import approveSuggestion from './operations/approve-suggestion.ts'
import completeTask from './operations/complete-task.ts'
import createProject from './operations/create-project.ts'
import bulkUpdate from './operations/bulk-update.ts'
import createTaskFromMessage from './operations/create-task-from-message.ts'
import createTask from './operations/create-task.ts'
import deleteLabel from './operations/delete-label.ts'
import deleteTask from './operations/delete-task.ts'
import describeTasks from './operations/describe-tasks.ts'
import emptyTrashBatch from './operations/empty-trash-batch.ts'
import eraseBatch from './operations/erase-batch.ts'
import eraseOwn from './operations/erase-own.ts'
import erasePrivateBatch from './operations/erase-private-batch.ts'
import findSimilarTasks from './operations/find-similar.ts'
import getProject from './operations/get-project.ts'
import createFeed from './operations/create-feed.ts'
import listFeeds from './operations/list-feeds.ts'
import revokeFeed from './operations/revoke-feed.ts'
import readFeed from './operations/read-feed.ts'
import findFeed from './operations/find-feed.ts'
import noteFeedRead from './operations/note-feed-read.ts'
import readFeedTasks from './operations/read-feed-tasks.ts'
import orderProjects from './operations/order-projects.ts'
import getScore from './operations/get-score.ts'
import getTask from './operations/get-task.ts'
import listChanges from './operations/list-changes.ts'
import listDependencies from './operations/list-dependencies.ts'
import listLabels from './operations/list-labels.ts'
import listProjects from './operations/list-projects.ts'
import getTree from './operations/get-tree.ts'
import listSteps from './operations/list-steps.ts'
import listVersions from './operations/list-versions.ts'
import listTasks from './operations/list-tasks.ts'
import listWork from './operations/list-work.ts'
import makeWantedTask from './operations/make-wanted-task.ts'
import quickAddTask from './operations/quick-add-task.ts'
import mergeTask from './operations/merge-task.ts'
import moveTask from './operations/move-task.ts'
import removeDependency from './operations/remove-dependency.ts'
import resetDay from './operations/reset-day.ts'
import reviewCapture from './operations/review-capture.ts'
import reopenTask from './operations/reopen-task.ts'
import restoreTask from './operations/restore-task.ts'
import restoreVersion from './operations/restore-version.ts'
import searchBodies from './operations/search-bodies.ts'
import searchDocuments from './operations/search-documents.ts'
import setStatus from './operations/set-status.ts'
import swipeTask from './operations/swipe-task.ts'
import undoCapture from './operations/undo-capture.ts'
import undoApproval from './operations/undo-approval.ts'
import undo from './operations/undo.ts'
import updateLabel from './operations/update-label.ts'
import updateProject from './operations/update-project.ts'
import updateTask from './operations/update-task.ts'
import addReminder from './operations/add-reminder.ts'
import clearRecurrence from './operations/clear-recurrence.ts'
import getRecurrence from './operations/get-recurrence.ts'
import getReminderRing from './operations/get-reminder-ring.ts'
import listDueAlarms from './operations/list-due-alarms.ts'
import listReminders from './operations/list-reminders.ts'
import passDates from './operations/pass-dates.ts'
import previewRecurrence from './operations/preview-recurrence.ts'
import removeReminder from './operations/remove-reminder.ts'
import ringReminders from './operations/ring-reminders.ts'
import setRecurrence from './operations/set-recurrence.ts'
import skipOccurrence from './operations/skip-occurrence.ts'
import snoozeReminder from './operations/snooze-reminder.ts'
import startTimer from './operations/start-timer.ts'
import stopTimer from './operations/stop-timer.ts'
import getTimer from './operations/get-timer.ts'
import addTime from './operations/add-time.ts'
import listTime from './operations/list-time.ts'
import updateTime from './operations/update-time.ts'
import deleteTime from './operations/delete-time.ts'
import noteFocusTime from './operations/note-focus-time.ts'
import listOutlines from './operations/list-outlines.ts'
import applyTemplate from './operations/apply-template.ts'
import createTemplate from './operations/create-template.ts'
import deleteTemplate from './operations/delete-template.ts'
import getChamps from './operations/get-champs.ts'
import getTemplate from './operations/get-template.ts'
import listTemplates from './operations/list-templates.ts'
import previewSplit from './operations/preview-split.ts'
import previewTemplate from './operations/preview-template.ts'
import saveAsTemplate from './operations/save-as-template.ts'
import setChamps from './operations/set-champs.ts'
import splitTask from './operations/split-task.ts'
import suggestSplit from './operations/suggest-split.ts'
import updateTemplate from './operations/update-template.ts'
import { alarmSweep } from './recurrence/alarm-sweep.ts'
import erasePerson from './subscriptions/erase-person.ts'
import eraseWorkspaces from './subscriptions/erase-workspaces.ts'
import makeWanted from './subscriptions/make-wanted.ts'

export default defineModule({
  name: 'tasks',
  contract,
  tables: {
    tasks_task: 'workspace',
    tasks_project: 'workspace',
    tasks_label: 'workspace',
    tasks_task_label: 'workspace',
    tasks_assignee: 'workspace',
    tasks_dependency: 'workspace',
    tasks_change: 'workspace',
    tasks_merge: 'workspace',
    tasks_version: 'workspace',
    tasks_occurrence: 'workspace',
    tasks_reminder: 'workspace',
    tasks_time_entry: 'workspace',
    tasks_captured: 'workspace',
    tasks_agent: 'workspace',
    tasks_delegation: 'workspace',
    tasks_prp: 'workspace',
    tasks_comment: 'workspace',
    tasks_field: 'workspace',
    tasks_field_value: 'workspace',
    tasks_attachment: 'workspace',
    tasks_alarm: 'instance',
    tasks_feed: 'instance',
    tasks_filter: 'workspace',
    tasks_champs: 'workspace',
    tasks_template: 'workspace',
  },
  migrations: [
    tables,
    wholeTasks,
    recurrence,
    views,
    splitting,
    delegation,
    time,
    captured,
    merge,
    projects,
    templatePeople,
    words,
  ],
  privateRows: { table: 'tasks_project', person: 'private_to', parts: { tasks_task: 'project_id' } },
  operations: [
    ...delegationOperations,
    acceptCapture,
    findSimilarTasks,
    reviewCapture,
    undoCapture,
    addDependency,
    addStep,
    createFilter,
    deleteFilter,
    getAgenda,
    getBoard,
    listBranches,
    listFilters,
    updateFilter,
    approveSuggestion,
    completeTask,
    createProject,
    bulkUpdate,
    createTask,
    createTaskFromMessage,
    deleteLabel,
    deleteTask,
    describeTasks,
    emptyTrashBatch,
    eraseBatch,
    eraseOwn,
    erasePrivateBatch,
    getProject,
    getScore,
    getTask,
    getTree,
    listChanges,
    listDependencies,
    listLabels,
    listProjects,
    listSteps,
    listTasks,
    listVersions,
    listWork,
    makeWantedTask,
    quickAddTask,
    mergeTask,
    moveTask,
    removeDependency,
    resetDay,
    reopenTask,
    restoreTask,
    restoreVersion,
    searchBodies,
    searchDocuments,
    setStatus,
    swipeTask,
    undoApproval,
    undo,
    updateLabel,
    updateProject,
    updateTask,
    addReminder,
    clearRecurrence,
    getRecurrence,
    getReminderRing,
    listDueAlarms,
    listReminders,
    orderProjects,
    createFeed,
    listFeeds,
    revokeFeed,
    readFeed,
    findFeed,
    noteFeedRead,
    readFeedTasks,
    passDates,
    previewRecurrence,
    removeReminder,
    ringReminders,
    setRecurrence,
    skipOccurrence,
    snoozeReminder,
    applyTemplate,
    createTemplate,
    deleteTemplate,
    getChamps,
    getTemplate,
    listTemplates,
    previewSplit,
    previewTemplate,
    saveAsTemplate,
    setChamps,
    splitTask,
    suggestSplit,
    updateTemplate,
    startTimer,
    stopTimer,
    getTimer,
    addTime,
    listTime,
    updateTime,
    deleteTime,
    noteFocusTime,
    listOutlines,
  ],
  jobs: [emptyTrash, deleteFilesJob, forgetFilesJob],
  services: [alarmSweep],
  settings: [contract.scoreWeights, contract.wipLimits],
  subscriptions: [eraseWorkspaces, erasePerson, makeWanted],
  uses: ['capture.get', 'identity.list-members', 'links.list', 'uploads.get', 'mail.get', 'mail.get-suggested-task'],
  records: { 'tasks.task': contract.describeTasks },
})
