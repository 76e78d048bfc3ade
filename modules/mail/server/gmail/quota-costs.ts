/** Units that a call costs (Gmail API, usage limits; projects made since May 2026). */
export const UNITS = {
  profile: 1,
  listHistory: 2,
  listLabels: 1,
  getLabel: 1,
  createLabel: 5,
  listMessages: 5,
  getMessage: 20,
  modifyMessage: 5,
  trashMessage: 5,
  deleteMessage: 10,
  insertMessage: 25,
  createDraft: 10,
  batchModify: 50,
  batchDelete: 50,
  send: 100,
} as const

/** Units a user may spend in a minute. */
export const UNITS_A_MINUTE = 6000
