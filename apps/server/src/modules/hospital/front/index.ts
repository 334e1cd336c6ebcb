/** The front stage: who sends a message, proven and deciphered before anything of it is read. */
export { DEMO_SECRET, openAccessBook, type AccessBook } from './access-book.ts'
export { accessRoutes } from './access.routes.ts'
export { addAccess, listAccess, rotateAccess, stopAccess, type NewAccess } from './access.service.ts'
export { sealedFields as sealedOfInstitutions } from './access.queries.ts'
export { openFront } from './front.ts'
export { profileNamed, profileNames, wireOf, type ProfileName } from './profiles/index.ts'
export { openRecentCalls, type RecentCalls } from './recent-calls.ts'
