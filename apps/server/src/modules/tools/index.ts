/** The command line's tools as public HTTP calls. */
export { registerTools } from './tools.routes.ts'
