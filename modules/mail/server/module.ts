import { defineModule } from '#kernel/module.ts'
import * as contract from '../contract.ts'
import { draftOperations } from './drafts/operations.ts'
import { draftTables } from './drafts/tables.ts'
import deleteFilesJob from './jobs/delete-files.ts'
import applyRuleJob from './jobs/apply-rule.ts'
import copyDraftJob from './jobs/copy-draft.ts'
import deliverJob from './jobs/deliver.ts'
import countGmail from './operations/count-gmail.ts'
import findGmail from './operations/find-gmail.ts'
import keepGmail from './operations/keep-gmail.ts'
import pruneGmail from './operations/prune-gmail.ts'
import readGmail from './operations/read-gmail.ts'
import { gmailTables } from './gmail/tables.ts'
import eraseMailboxJob from './jobs/erase-mailbox.ts'
import eraseWorkspaceJob from './jobs/erase-workspace.ts'
import followJob from './jobs/follow.ts'
import forgetConnectionJob from './jobs/forget-connection.ts'
import importMailJob from './jobs/import-mail.ts'
import syncJob from './jobs/sync.ts'
import undoImportJob from './jobs/undo-import.ts'
import undoRuleRunJob from './jobs/undo-rule-run.ts'
import unsubscribeJob from './jobs/unsubscribe.ts'
import pushChangesJob from './jobs/push-changes.ts'
import tables from './migrations/0001-tables.ts'
import syncTables from './migrations/0002-sync.ts'
import drafts from './migrations/0003-drafts.ts'
import tidying from './migrations/0004-tidying.ts'
import outbox from './migrations/0005-outbox.ts'
import gmail from './migrations/0006-gmail.ts'
import answered from './migrations/0007-answered.ts'
import draftCopies from './migrations/0008-draft-copies.ts'
import remindersByTime from './migrations/0009-reminders-by-time.ts'
import adoptMessages from './operations/adopt-messages.ts'
import allowImages from './operations/allow-images.ts'
import applyChanges from './operations/apply-changes.ts'
import applyRule from './operations/apply-rule.ts'
import applyRuleBatch from './operations/apply-rule-batch.ts'
import beginFollow from './operations/begin-follow.ts'
import beginForget from './operations/begin-forget.ts'
import beginSync from './operations/begin-sync.ts'
import blockSender from './operations/block-sender.ts'
import cancelReminder from './operations/cancel-reminder.ts'
import counts from './operations/counts.ts'
import createLabel from './operations/create-label.ts'
import createRule from './operations/create-rule.ts'
import deleteLabel from './operations/delete-label.ts'
import deleteMessages from './operations/delete-messages.ts'
import deleteRule from './operations/delete-rule.ts'
import describeMessages from './operations/describe-messages.ts'
import disallowImages from './operations/disallow-images.ts'
import dismissSuggestedTask from './operations/dismiss-suggested-task.ts'
import emptyMailbox from './operations/empty-mailbox.ts'
import eraseAllMail from './operations/erase-all-mail.ts'
import eraseBatch from './operations/erase-batch.ts'
import eraseMailbox from './operations/erase-mailbox.ts'
import eraseWorkspaceBatch from './operations/erase-workspace-batch.ts'
import eraseWorkspace from './operations/erase-workspace.ts'
import fileArrivals from './operations/file-arrivals.ts'
import forgetConnection from './operations/forget-connection.ts'
import forgetOwner from './operations/forget-owner.ts'
import getAttachment from './operations/get-attachment.ts'
import getHtml from './operations/get-html.ts'
import getImport from './operations/get-import.ts'
import freeFiles from './operations/free-files.ts'
import getPendingChange from './operations/get-pending-change.ts'
import getMessage from './operations/get-message.ts'
import getReminder from './operations/get-reminder.ts'
import getRemoteImage from './operations/get-remote-image.ts'
import getRuleRun from './operations/get-rule-run.ts'
import getSource from './operations/get-source.ts'
import getSuggestedTask from './operations/get-suggested-task.ts'
import getThread from './operations/get-thread.ts'
import getUnsubscribe from './operations/get-unsubscribe.ts'
import importMail from './operations/import-mail.ts'
import knownUids from './operations/known-uids.ts'
import listBlockedSenders from './operations/list-blocked-senders.ts'
import listCorrespondents from './operations/list-correspondents.ts'
import listDue from './operations/list-due.ts'
import listImageSenders from './operations/list-image-senders.ts'
import listImports from './operations/list-imports.ts'
import listLabels from './operations/list-labels.ts'
import listMailboxes from './operations/list-mailboxes.ts'
import listMessages from './operations/list-messages.ts'
import listPendingChanges from './operations/list-pending-changes.ts'
import listReminders from './operations/list-reminders.ts'
import listRuleRuns from './operations/list-rule-runs.ts'
import listRules from './operations/list-rules.ts'
import listSnoozed from './operations/list-snoozed.ts'
import listSuggestedTasks from './operations/list-suggested-tasks.ts'
import listThreads from './operations/list-threads.ts'
import listUnsubscribes from './operations/list-unsubscribes.ts'
import modifyMessages from './operations/modify-messages.ts'
import noteApproved from './operations/note-approved.ts'
import noteImport from './operations/note-import.ts'
import noteMailbox from './operations/note-mailbox.ts'
import noteMailboxes from './operations/note-mailboxes.ts'
import noteRuleRun from './operations/note-rule-run.ts'
import noteUnsubscribe from './operations/note-unsubscribe.ts'
import orderRules from './operations/order-rules.ts'
import readAttachment from './operations/read-attachment.ts'
import readImagesAllowed from './operations/read-images-allowed.ts'
import readImport from './operations/read-import.ts'
import readMailboxes from './operations/read-mailboxes.ts'
import readSource from './operations/read-source.ts'
import readUnsubscribe from './operations/read-unsubscribe.ts'
import remind from './operations/remind.ts'
import restoreFlags from './operations/restore-flags.ts'
import resumeImport from './operations/resume-import.ts'
import ringAlarm from './operations/ring-alarm.ts'
import searchBodies from './operations/search-bodies.ts'
import searchDocuments from './operations/search-documents.ts'
import snooze from './operations/snooze.ts'
import storeBatch from './operations/store-batch.ts'
import storeSynced from './operations/store-synced.ts'
import suggestTasks from './operations/suggest-tasks.ts'
import sweepOrphans from './operations/sweep-orphans.ts'
import syncMail from './operations/sync-mail.ts'
import syncStatus from './operations/sync-status.ts'
import trashMessage from './operations/trash-message.ts'
import tryRule from './operations/try-rule.ts'
import unblockSender from './operations/unblock-sender.ts'
import undoImport from './operations/undo-import.ts'
import undoRuleBatch from './operations/undo-rule-batch.ts'
import undoRuleRun from './operations/undo-rule-run.ts'
import unsnooze from './operations/unsnooze.ts'
import unsubscribe from './operations/unsubscribe.ts'
import updateRule from './operations/update-rule.ts'
import beginPush from './operations/begin-push.ts'
import claimPushes from './operations/claim-pushes.ts'
import notePushes from './operations/note-pushes.ts'
import postponePush from './operations/postpone-push.ts'
import accountIdentities from './subscriptions/account-identities.ts'
import settleCarried from './operations/settle-carried.ts'
import eraseDeleted from './subscriptions/erase-deleted.ts'
import eraseWorkspaces from './subscriptions/erase-workspaces.ts'
import fileNewMail from './subscriptions/file-arrivals.ts'
import noteApprovedTask from './subscriptions/note-approved.ts'
import followConnections from './subscriptions/follow-connections.ts'
import { provideSessions } from './sync/mail-sessions.ts'
import { alarmSweep } from './tidying/alarm-sweep.ts'
import { remoteService } from './tidying/remote/remote.ts'
import { tidyingTables } from './tidying/table-kinds.ts'

export default defineModule({
  name: 'mail',
  private: true,
  contract,
  tables: {
    mail_message: 'workspace',
    mail_content: 'workspace',
    mail_attachment: 'workspace',
    mail_reference: 'workspace',
    mail_thread_place: 'workspace',
    mail_count: 'workspace',
    mail_label: 'workspace',
    mail_message_label: 'workspace',
    mail_import: 'workspace',
    ...draftTables,
    ...tidyingTables,
    ...gmailTables,
    mail_mailbox: 'workspace',
    mail_placement: 'workspace',
    mail_orphan: 'workspace',
    mail_outbox: 'workspace',
    mail_push: 'workspace',
    mail_skipped: 'workspace',
  },
  migrations: [tables, syncTables, drafts, tidying, outbox, gmail, answered, draftCopies, remindersByTime],
  operations: [
    ...draftOperations,
    adoptMessages,
    allowImages,
    applyChanges,
    applyRule,
    applyRuleBatch,
    beginFollow,
    beginForget,
    beginPush,
    beginSync,
    blockSender,
    cancelReminder,
    claimPushes,
    countGmail,
    counts,
    createLabel,
    createRule,
    deleteLabel,
    deleteMessages,
    deleteRule,
    describeMessages,
    disallowImages,
    dismissSuggestedTask,
    emptyMailbox,
    eraseAllMail,
    eraseBatch,
    eraseMailbox,
    eraseWorkspace,
    eraseWorkspaceBatch,
    fileArrivals,
    findGmail,
    forgetConnection,
    forgetOwner,
    freeFiles,
    getAttachment,
    getHtml,
    getImport,
    getMessage,
    getPendingChange,
    getReminder,
    getRemoteImage,
    getRuleRun,
    getSource,
    getSuggestedTask,
    getThread,
    getUnsubscribe,
    importMail,
    keepGmail,
    knownUids,
    listBlockedSenders,
    listCorrespondents,
    listDue,
    listImageSenders,
    listImports,
    listLabels,
    listMailboxes,
    listMessages,
    listPendingChanges,
    listReminders,
    listRuleRuns,
    listRules,
    listSnoozed,
    listSuggestedTasks,
    listThreads,
    listUnsubscribes,
    modifyMessages,
    noteApproved,
    noteImport,
    noteMailbox,
    noteMailboxes,
    notePushes,
    noteRuleRun,
    noteUnsubscribe,
    orderRules,
    postponePush,
    pruneGmail,
    readAttachment,
    readGmail,
    readImagesAllowed,
    readImport,
    readMailboxes,
    readSource,
    readUnsubscribe,
    remind,
    restoreFlags,
    resumeImport,
    ringAlarm,
    searchBodies,
    searchDocuments,
    settleCarried,
    snooze,
    storeBatch,
    storeSynced,
    suggestTasks,
    sweepOrphans,
    syncMail,
    syncStatus,
    trashMessage,
    tryRule,
    unblockSender,
    undoImport,
    undoRuleBatch,
    undoRuleRun,
    unsnooze,
    unsubscribe,
    updateRule,
  ],
  jobs: [
    applyRuleJob,
    copyDraftJob,
    undoRuleRunJob,
    deleteFilesJob,
    deliverJob,
    eraseMailboxJob,
    eraseWorkspaceJob,
    followJob,
    forgetConnectionJob,
    importMailJob,
    pushChangesJob,
    syncJob,
    undoImportJob,
    unsubscribeJob,
  ],
  settings: [contract.undoSeconds],
  subscriptions: [accountIdentities, fileNewMail, eraseDeleted, eraseWorkspaces, followConnections, noteApprovedTask],
  services: [alarmSweep, provideSessions, remoteService],
  records: { 'mail.message': contract.describeMessages },
  uses: [
    'jobs.get',
    'uploads.get',
    'connections.get',
    'connections.list',
    'connections.access',
    'connections.read',
    'connections.remove',
    'connections.list-all',
    'connections.note-sync',
  ],
})
