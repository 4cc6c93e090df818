export { net } from './net.ts'
