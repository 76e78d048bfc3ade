import { addColumns, instant, migration, nullable } from '#kernel/migrations/migration.ts'

/** Which bell of a stretch an open page has rung. */
export default migration('0002-bells', [addColumns('focus_stretch', { bell_heard: nullable(instant()) })])
