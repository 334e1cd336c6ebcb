import { weekday } from '@yichuang/kernel'
import type { CalendarVersion } from '@yichuang/kernel'
import type { z } from 'zod'
import { fault } from './fault.ts'
import type { PackFault } from './fault.ts'
import type { CalendarFile } from './schema/documents.ts'
import type { Library } from './sources.ts'
import type { YamlFile } from './yaml-file.ts'

/** The versions of one year's calendar with the notice each was published in. */
export function calendarVersionsOf(
  file: YamlFile<z.output<typeof CalendarFile>>,
  chain: readonly string[],
  library: Library,
  faults: PackFault[],
): CalendarVersion[] {
  const { year, versions } = file.value
  return versions.map(({ published, document, off, work }, index) => {
    const found = chain.map((pack) => library.get(`${pack}:${document}`)).find((entry) => entry !== undefined)
    if (!found) faults.push(fault('unknown-document', file.at(['versions', index, 'document']), { document }))
    for (const [place, holiday] of off.entries())
      if (holiday.to < holiday.from)
        faults.push(
          fault('until-before-from', file.at(['versions', index, 'off', place, 'to']), {
            from: holiday.from,
            until: holiday.to,
          }),
        )
    for (const [place, day] of work.entries()) {
      const at = file.at(['versions', index, 'work', place])
      if (![0, 6].includes(weekday(day))) faults.push(fault('work-on-weekday', at, { day }))
      if (off.some((holiday) => holiday.from <= day && day <= holiday.to))
        faults.push(fault('off-and-work', at, { day }))
    }
    return { year, published, document, citation: found?.document.citation ?? document, off, work }
  })
}
