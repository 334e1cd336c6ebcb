import { useState } from 'react'
import type { CaseView } from '@yichuang/contracts'
import { call } from '../../../shared/api.ts'
import { day } from '../../../shared/format.ts'
import { Callout } from '../../parts/callout.tsx'
import { Clause } from '../../parts/clause.tsx'
import { Facts } from '../../parts/facts.tsx'
import { DayRuler } from '../../parts/day-ruler.tsx'
import { Ledger } from '../../parts/ledger.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { useLoad } from '../../parts/use-load.ts'
import { useCaseTexts } from '../../messages/case.ts'
import { useTexts } from '../../texts.ts'

/** Days used and left, both limits, and the ledger of days on request. */
export function Clock({ view }: { view: CaseView }) {
  const t = useCaseTexts().clock
  const { clock } = view
  const limit = clock.promised ?? clock.statutory
  const used = clock.daysUsed ?? 0
  return (
    <div className="pane stack">
      {clock.acceptedOn === null && <p>{t.notStarted}</p>}
      {clock.problem && <Callout kind="care" title={`${t.problem}：${clock.problem}`} />}
      {clock.paused && <Callout kind="info" title={t.paused(day(clock.paused.since), clock.paused.reason)} />}
      {clock.overdue && (
        <Callout kind="fault" title={t.overdue}>
          <p>{clock.overdueReason ? t.overdueReason(clock.overdueReason) : t.noReason}</p>
        </Callout>
      )}
      {clock.acceptedOn && limit && (
        <>
          <p className="limit-line">
            <span>
              {t.used} <strong>{used}</strong> {t.unit}
            </span>
            {clock.daysLeft !== null && !clock.overdue && (
              <span>
                {t.left} <strong>{clock.daysLeft}</strong> {t.unit}
              </span>
            )}
          </p>
          <DayRuler on={used} all={limit.days} limit={limit.days} label={t.ruler(used, limit.days)} />
        </>
      )}
      <Facts
        rows={[
          ...(clock.acceptedOn ? ([[t.accepted, day(clock.acceptedOn)]] as const) : []),
          ...(clock.dueOn ? ([[t.due, <b key="due">{day(clock.dueOn)}</b>]] as const) : []),
          [t.promised, <LimitWords key="promised" limit={clock.promised} />],
          [t.statutory, <LimitWords key="statutory" limit={clock.statutory} />],
        ]}
      />
      {clock.moved.length > 0 && (
        <Callout kind="care" title={t.moved}>
          <ul>
            {clock.moved.map((move) => (
              <li key={move.day + move.why}>
                {t.movedLine(
                  move.from ? day(move.from) : t.unknown,
                  move.to ? day(move.to) : t.unknown,
                  move.why,
                )}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {clock.acceptedOn && <LedgerOfCase view={view} />}
    </div>
  )
}

function LimitWords({ limit }: { limit: CaseView['clock']['promised'] }) {
  const texts = useTexts()
  const { clock } = useCaseTexts()
  if (!limit) return <span className="soft">{texts.guide.unknownLimit}</span>
  return (
    <>
      {clock.days(limit.days)}
      {limit.dueOn && `（${day(limit.dueOn)}）`}
      <Clause source={limit.source} />
    </>
  )
}

/** The ledger of a case, fetched when it is opened. */
export function LedgerOfCase({ view, open: startsOpen = false }: { view: CaseView; open?: boolean }) {
  const t = useCaseTexts().clock
  const [open, setOpen] = useState(startsOpen)
  return (
    <details open={startsOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.ledger}</summary>
      {open && <LoadLedger view={view} />}
    </details>
  )
}

function LoadLedger({ view }: { view: CaseView }) {
  const { caseId, regionCode, version } = view
  const ledger = useLoad(
    (signal) => call('getLedger', { params: { caseId }, query: { regionCode }, signal }),
    ['ledger', caseId, version],
  )
  return <Loaded of={ledger}>{({ days, calendar }) => <Ledger days={days} calendar={calendar} />}</Loaded>
}
