import { z } from 'zod'
import { CalendarFile, DirectoryFile, DocumentFile, PackFile } from './schema/documents.ts'
import { ItemFile, ProcessFile } from './schema/items.ts'
import { MeasureFile } from './measures/schema.ts'
import { ChainFile, SupplementFile } from './schema/chains.ts'
import { ExampleFile } from './schema/examples.ts'
import { MaternityFile } from './schema/maternity.ts'
import { BenefitFile, BorrowFile, ParameterFile } from './schema/parameters.ts'

const files = {
  pack: PackFile,
  document: DocumentFile,
  parameter: ParameterFile,
  calendar: CalendarFile,
  item: ItemFile,
  process: ProcessFile,
  directory: DirectoryFile,
  benefit: BenefitFile,
  supplement: SupplementFile,
  chain: ChainFile,
  maternity: MaternityFile,
  borrowed: BorrowFile,
  example: ExampleFile,
  measure: MeasureFile,
} as const

/** The JSON Schema of each kind of pack file by name, for editors; `packs --write-schemas` puts them beside this package. */
export function jsonSchemas(): ReadonlyMap<string, object> {
  return new Map(
    Object.entries(files).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }),
    ]),
  )
}
