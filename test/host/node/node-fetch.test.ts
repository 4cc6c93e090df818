import { nodeFetch } from '../../../src/main/host/node/node-fetch.ts'
import { describeUploadProgress } from '../upload-progress.contract.ts'

describeUploadProgress(nodeFetch)
