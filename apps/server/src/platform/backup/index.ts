export { backup, type BackupResult } from './backup.ts'
export { checkArchive, restore, type RestoreResult } from './restore.ts'
