export { attachmentDisposition } from '#base/content-disposition.ts'
