import { afterAll, afterEach } from 'vitest'
import { closeBrowser, endVisits } from './visit.ts'

// A setup file, because it runs for every test file, also where modules are shared between them.
afterEach(endVisits)
afterAll(closeBrowser)
