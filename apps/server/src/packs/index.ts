export { PACKS_FOLDER, loadPackFolder, readPackFolder, sha256 } from './read-folder.ts'
export { describeFaults, describePacks, describeSound } from './describe.ts'
export type { Language } from './describe.ts'
