import addAccountIdentity from '../operations/add-account-identity.ts'
import attach from '../operations/attach.ts'
import beginDelivery from '../operations/begin-delivery.ts'
import beginDraftCopy from '../operations/begin-draft-copy.ts'
import composeAndSend from '../operations/compose-and-send.ts'
import confirmOutgoing from '../operations/confirm-outgoing.ts'
import continueDraft from '../operations/continue-draft.ts'
import createDraft from '../operations/create-draft.ts'
import createIdentity from '../operations/create-identity.ts'
import deleteDraft from '../operations/delete-draft.ts'
import deleteIdentity from '../operations/delete-identity.ts'
import detach from '../operations/detach.ts'
import eraseDrafts from '../operations/erase-drafts.ts'
import forgetAccount from '../operations/forget-account.ts'
import getDraftAttachment from '../operations/get-draft-attachment.ts'
import getDraft from '../operations/get-draft.ts'
import getOutgoing from '../operations/get-outgoing.ts'
import hasUnsettledCopies from '../operations/has-unsettled-copies.ts'
import insertDraft from '../operations/insert-draft.ts'
import keepDraftCopy from '../operations/keep-draft-copy.ts'
import keepSent from '../operations/keep-sent.ts'
import listDrafts from '../operations/list-drafts.ts'
import listIdentities from '../operations/list-identities.ts'
import listOutgoing from '../operations/list-outgoing.ts'
import noteComposed from '../operations/note-composed.ts'
import noteSending from '../operations/note-sending.ts'
import noteSent from '../operations/note-sent.ts'
import noteUnsent from '../operations/note-unsent.ts'
import prepareReply from '../operations/prepare-reply.ts'
import readDraftAttachment from '../operations/read-draft-attachment.ts'
import readSenders from '../operations/read-senders.ts'
import recordAttachment from '../operations/record-attachment.ts'
import retryOutgoing from '../operations/retry-outgoing.ts'
import sendDraft from '../operations/send-draft.ts'
import settleDraftCopies from '../operations/settle-draft-copies.ts'
import undoSend from '../operations/undo-send.ts'
import updateDraft from '../operations/update-draft.ts'
import updateIdentity from '../operations/update-identity.ts'

/** What drafts and sending add to the module. */
export const draftOperations = [
  addAccountIdentity,
  attach,
  beginDelivery,
  beginDraftCopy,
  composeAndSend,
  confirmOutgoing,
  continueDraft,
  createDraft,
  createIdentity,
  deleteDraft,
  deleteIdentity,
  detach,
  eraseDrafts,
  forgetAccount,
  getDraft,
  getDraftAttachment,
  getOutgoing,
  hasUnsettledCopies,
  insertDraft,
  keepDraftCopy,
  keepSent,
  listDrafts,
  listIdentities,
  listOutgoing,
  noteComposed,
  noteSending,
  noteSent,
  noteUnsent,
  prepareReply,
  readDraftAttachment,
  readSenders,
  recordAttachment,
  retryOutgoing,
  sendDraft,
  settleDraftCopies,
  undoSend,
  updateDraft,
  updateIdentity,
]
