import { expect, it } from 'vitest'
import { applyHistory } from './apply-history.ts'
import { FIRST_UID, type GmailEntry, type GmailState } from './gmail-index.ts'
import type { HistoryEvent } from './list-history.ts'

const walk = { number: 1, query: '', page: null, done: true, total: 0, next: FIRST_UID, version: 1 }
const state: GmailState = {
  rev: 1,
  historyId: '100',
  version: 1,
  high: FIRST_UID,
  low: 1,
  walks: { all: walk, junk: walk, trash: walk },
  names: {},
  quota: null,
  createdAt: 0,
}
const known: GmailEntry = {
  uid: 7,
  remoteId: 'a',
  box: 'all',
  labels: ['INBOX', 'UNREAD'],
  historyId: '100',
  version: 1,
  gone: false,
  walk: 1,
}

function event(historyId: number, kind: HistoryEvent['kind'], added: string[] = [], removed: string[] = []) {
  return { historyId: String(historyId), remoteId: 'a', kind, added, removed }
}

function apply(events: HistoryEvent[], entry: GmailEntry | null = known) {
  const live = new Map(entry ? [[entry.remoteId, entry]] : [])
  return applyHistory(state, { historyId: '200', events }, live).entries
}

it('adds and removes labels in the order they were, and leaves out what says nothing', () => {
  const events = [
    event(110, 'labels', ['STARRED', 'CATEGORY_SOCIAL']),
    event(120, 'labels', ['Label_1'], ['UNREAD']),
    event(130, 'labels', [], ['STARRED']),
  ]
  expect(apply(events)).toMatchObject([{ uid: 7, labels: ['INBOX', 'Label_1'], historyId: '130', version: 2 }])
})

it('changes nothing by what the labels it has are newer than', () => {
  expect(apply([event(90, 'labels', ['STARRED']), event(100, 'labels', [], ['INBOX'])])).toEqual([])
})

it('leaves one mailbox and arrives in another with a new number', () => {
  expect(apply([event(110, 'labels', ['TRASH'], ['INBOX'])])).toMatchObject([
    { uid: 7, box: 'all', gone: true, version: 2 },
    { uid: FIRST_UID, box: 'trash', gone: false, labels: ['TRASH', 'UNREAD'], version: 2 },
  ])
  // There and back is no move.
  expect(apply([event(110, 'labels', ['TRASH']), event(120, 'labels', [], ['TRASH'])])).toMatchObject([{ uid: 7 }])
})

it('takes out what was deleted, also where it came and went in between', () => {
  expect(apply([event(110, 'labels', ['STARRED']), event(120, 'deleted')])).toMatchObject([{ uid: 7, gone: true }])
  expect(apply([event(110, 'added', ['INBOX']), event(120, 'deleted')], null)).toEqual([])
})

it('takes in what arrived, and what the walk back has not met where it went to another mailbox', () => {
  expect(apply([event(110, 'added', ['INBOX', 'UNREAD'])], null)).toMatchObject([{ box: 'all', labels: null }])
  expect(apply([event(110, 'labels', ['TRASH'])], null)).toMatchObject([{ box: 'trash', labels: null }])
  expect(apply([event(110, 'labels', ['STARRED'])], null)).toEqual([])
})

it('follows a message that was not fetched yet, without knowing its labels', () => {
  const unread = { ...known, labels: null, historyId: null }
  expect(apply([event(110, 'labels', ['STARRED'])], unread)).toMatchObject([{ uid: 7, labels: null, historyId: '110' }])
  expect(apply([event(110, 'labels', ['SPAM'])], unread)).toMatchObject([{ gone: true }, { box: 'junk', labels: null }])
})

it('does the same once as twice', () => {
  const events = [event(110, 'labels', ['Label_1']), event(120, 'labels', [], ['INBOX'])]
  const [once] = apply(events)
  expect(apply([...events, ...events].sort((a, b) => Number(a.historyId) - Number(b.historyId)))).toEqual([once])
  expect(apply(events, once)).toEqual([])
})
