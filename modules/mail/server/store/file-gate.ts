export { throughFileGate } from '#kernel/blobs/file-gate.ts'
