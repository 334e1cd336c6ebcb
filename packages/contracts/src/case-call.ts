import { z } from 'zod'
import { Id, RegionCode, Version } from './common.ts'

/** What every call about one case carries: its id in the path, */
export const caseParams = z.object({ caseId: Id })
/** its place in the query, */
export const region = z.object({ regionCode: RegionCode })
/** and, when it changes the case, the version it was seen in. */
export const versioned = z.strictObject({ regionCode: RegionCode, version: Version })
