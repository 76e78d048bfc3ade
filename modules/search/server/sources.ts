import type { Query } from '#contract/operation.ts'
import type { EventDefinition } from '#contract/event.ts'
import {
  captureCreated,
  captureDeleted,
  captureErased,
  captureRestored,
  captureSearchBodies,
  captureSearchDocuments,
} from '#modules/capture/contract.ts'
import {
  mailSearchBodies,
  mailSearchDocuments,
  messageAdded,
  messageChanged,
  messageRemoved,
} from '#modules/mail/contract.ts'
import {
  taskCompleted,
  taskCreated,
  taskDeleted,
  taskErased,
  taskReopened,
  taskRestored,
  taskSearchBodies,
  taskSearchDocuments,
  taskUpdated,
} from '#modules/tasks/contract.ts'
import type { SearchDocument } from '../contract.ts'

/** What events of a record mean for the index: its text is new, only its state is, or it is gone. */
export type Change = 'text' | 'state' | 'gone'

/** A kind of record that can be found. */
export interface Source {
  kind: string
  /** What `type:` and the input call it. */
  type: 'mail' | 'task' | 'capture'
  documents: Query<
    { ids: string[]; textToo?: boolean },
    { ids: string[]; textToo: boolean },
    { items: SearchDocument[] },
    never
  >
  bodies: Query<{ ids: string[] }, { ids: string[] }, { items: Pick<SearchDocument, 'id' | 'body'>[] }, never>
  events: [EventDefinition<any>, Change][]
}

/** Every kind of record that can be found, and which events change it. */
export const sources: Source[] = [
  {
    kind: 'mail.message',
    type: 'mail',
    documents: mailSearchDocuments,
    bodies: mailSearchBodies,
    events: [
      [messageAdded, 'text'],
      [messageChanged, 'state'],
      [messageRemoved, 'gone'],
    ],
  },
  {
    kind: 'tasks.task',
    type: 'task',
    documents: taskSearchDocuments,
    bodies: taskSearchBodies,
    events: [
      [taskCreated, 'text'],
      [taskUpdated, 'text'],
      [taskCompleted, 'state'],
      [taskReopened, 'state'],
      [taskDeleted, 'state'],
      [taskRestored, 'state'],
      [taskErased, 'gone'],
    ],
  },
  {
    kind: 'capture.capture',
    type: 'capture',
    documents: captureSearchDocuments,
    bodies: captureSearchBodies,
    events: [
      [captureCreated, 'text'],
      [captureDeleted, 'state'],
      [captureRestored, 'state'],
      [captureErased, 'gone'],
    ],
  },
]
