import { afterEach } from 'vitest'
import { endVisits } from './visit.ts'

// A setup file, because it runs for every test file, also where modules are shared between them.
afterEach(endVisits)
