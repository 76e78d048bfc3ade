import { migration } from './migration.ts'

/** Whom an event belongs to, so that what is private to a person is told to nobody else. */
export const eventPersons = migration('0002-event-persons', [() => ['ALTER TABLE events ADD COLUMN person_id TEXT']])
