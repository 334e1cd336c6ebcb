import { Drawer, Skeleton } from 'antd'
import { useWords } from '../../parts/lang.ts'
import { Mark } from '../../parts/Mark.tsx'
import { ProblemAlert } from '../../parts/problem.tsx'
import { useGet } from '../../parts/queries.ts'
import { useCase } from './case-context.tsx'
import { caseWords } from './words.ts'

/** Every day of the clock: counted or skipped, and why. */
export function LedgerDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { view } = useCase()
  const text = useWords(caseWords)
  const ledger = useGet(
    'getLedger',
    { params: { caseId: view.caseId }, query: { regionCode: view.regionCode } },
    { enabled: open },
  )
  return (
    <Drawer open={open} onClose={onClose} title={text.ledger} size={520}>
      <ProblemAlert error={ledger.error} onRetry={() => void ledger.refetch()} />
      {ledger.isLoading && <Skeleton active />}
      {ledger.data && (
        <>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{text.ledgerCounted}</th>
                <th scope="col" className="num">
                  {text.ledgerNumber}
                </th>
                <th scope="col">{text.ledgerWhy}</th>
              </tr>
            </thead>
            <tbody>
              {ledger.data.days.map((line) => (
                <tr key={line.day}>
                  <td>
                    <Mark tone={line.counted ? 'calm' : 'quiet'}>
                      {line.counted ? text.ledgerCounted : text.ledgerSkipped}
                    </Mark>
                  </td>
                  <td className="num">{line.number}</td>
                  <td>{line.why}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="muted">
            {text.ledgerCalendar}：{ledger.data.calendar.join('；')}
          </p>
        </>
      )}
    </Drawer>
  )
}
