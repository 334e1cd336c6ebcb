import { fault } from '../fault.ts'
import type { PackFault, Place } from '../fault.ts'
import type { Pack } from '../types.ts'
import { placesIn } from '../yaml-file.ts'
import { runAllowanceExample, runExample, runStageExample } from './run-example.ts'
import type { ExampleFlaw } from './run-example.ts'

/**
 * Works out every example of loaded packs and reports those that do not come out, each at its line. `files` are the texts
 * the packs were loaded from; they are read again only where something is wrong.
 */
export function exampleFaults(
  packs: ReadonlyMap<string, Pack>,
  files: ReadonlyMap<string, string>,
): PackFault[] {
  const faults: PackFault[] = []
  const tell = ({ name, place }: Named, flaws: readonly ExampleFlaw[]): void => {
    if (flaws.length === 0) return
    const at = placesIn(place.file, files.get(place.file) ?? '')
    for (const flaw of flaws)
      faults.push(faultOf(name, flaw, (field) => at([place.list, place.index, ...field])))
  }
  for (const pack of packs.values()) {
    for (const example of pack.examples) tell(example, runExample(pack, example))
    for (const example of pack.stageExamples) tell(example, runStageExample(pack, example))
    for (const example of pack.allowanceExamples) tell(example, runAllowanceExample(pack, example))
  }
  return faults
}

interface Named {
  readonly name: string
  readonly place: { readonly file: string; readonly list: string; readonly index: number }
}

function faultOf(name: string, flaw: ExampleFlaw, at: (field: readonly string[]) => Place): PackFault {
  switch (flaw.kind) {
    case 'example-missing': {
      const [zh, en] = (['zh', 'en'] as const).map((language) =>
        flaw.rules.map(({ title }) => title[language]).join(language === 'zh' ? '、' : '; '),
      ) as [string, string]
      return fault(flaw.kind, at(['scheme']), { name, zh, en })
    }
    case 'example-known':
      return fault(flaw.kind, at(flaw.at), { name, part: flaw.part })
    case 'example-claim':
      return fault(flaw.kind, at(['claim']), { name, ...flaw.sentence })
    case 'unknown-person-group':
      return fault(flaw.kind, at(['scheme', 'groups']), { group: flaw.group })
    case 'unknown-parameter':
      return fault(flaw.kind, at(['claim', 'lines']), { parameter: flaw.parameter })
    default:
      return fault(flaw.kind, at(flaw.at), {
        name,
        field: flaw.at.at(-1) ?? '',
        expected: flaw.expected,
        worked: flaw.worked,
      })
  }
}
