import { Link } from 'wouter'
import type { Column } from '../../parts/Listing.tsx'

interface OfPatient {
  readonly regionCode: string
  readonly number: string
  readonly hospital: { readonly name: string }
  readonly personName: string
  readonly idNumberMasked: string
}

/** What every list of what hospitals did for patients begins with: number and hospital, and who it is. */
export function patientColumns<Row extends OfPatient>(
  title: { readonly number: string; readonly person: string },
  addressOf: (row: Row) => string,
): Column<Row>[] {
  return [
    {
      title: title.number,
      cell: (row) => (
        <>
          <Link href={addressOf(row)} className="case-number">
            {row.number}
          </Link>
          <div className="muted small">{row.hospital.name}</div>
        </>
      ),
    },
    {
      title: title.person,
      cell: (row) => (
        <>
          {row.personName}
          <div className="muted small">{row.idNumberMasked}</div>
        </>
      ),
    },
  ]
}
