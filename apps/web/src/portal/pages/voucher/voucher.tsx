import { useEffect, useEffectEvent, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../../../shared/api.ts'
import { ActionFailure } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SignedIn } from '../../parts/sign-in-needed.tsx'
import { useAction } from '../../parts/use-action.ts'
import { useSettlementTexts } from '../../messages/settlements.ts'
import { useTexts } from '../../texts.ts'

/** The code to show at a window or a hospital: QR and digits, with the seconds it is still good for. */
export function VoucherPage() {
  return (
    <SignedIn>
      <Voucher />
    </SignedIn>
  )
}

interface Shown {
  readonly code: string
  readonly qr: { readonly size: number; readonly path: string }
  readonly seconds: number
}

function Voucher() {
  const t = useTexts().voucher
  const { justPaid } = useSettlementTexts()
  const [shown, setShown] = useState<Shown>()
  const issue = useAction(
    (intent) => call('issueVoucher', { intent }),
    ({ code, qr, validSeconds }) => setShown({ code, qr, seconds: validSeconds }),
  )
  const left = useCountdown(shown)
  const over = shown !== undefined && left === 0
  useRenewal(over && !issue.pending && issue.error === undefined, issue.run)
  return (
    <Page title={t.title} lead={t.lead} narrow>
      <div className="pane voucher stack">
        {shown && left > 0 && (
          <>
            <svg
              className="qr"
              viewBox={`0 0 ${shown.qr.size} ${shown.qr.size}`}
              role="img"
              aria-label={t.qr}
            >
              <path d={shown.qr.path} />
            </svg>
            <p className="code" aria-label={t.spoken(shown.code.split('').join(' '))} role="img">
              {shown.code.replace(/(.{4})(?=.)/g, '$1 ')}
            </p>
            <progress max={shown.seconds} value={left} aria-label={t.left(left)} />
            <p>{t.left(left)}</p>
          </>
        )}
        {over && <p role="status">{t.expired}</p>}
        <ActionFailure error={issue.error} />
        <p>
          <button type="button" className="button primary big" disabled={issue.pending} onClick={issue.run}>
            {shown ? t.again : t.show}
          </button>
        </p>
        <p>
          <Link href="/settlements">{justPaid}</Link>
        </p>
      </div>
    </Page>
  )
}

/** Asks for the next code when one is over, as long as somebody looks at the page; a phone put away stops asking. */
function useRenewal(due: boolean, renew: () => void): void {
  const next = useEffectEvent(renew)
  useEffect(() => {
    if (!due) return
    const whenSeen = () => document.visibilityState === 'visible' && next()
    whenSeen()
    document.addEventListener('visibilitychange', whenSeen)
    return () => document.removeEventListener('visibilitychange', whenSeen)
  }, [due])
}

/** Seconds left of what was shown, counted from when it was shown. */
function useCountdown(shown: { seconds: number } | undefined): number {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (!shown) return
    const end = performance.now() + shown.seconds * 1000
    const tick = () => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 500)
    return () => clearInterval(timer)
  }, [shown])
  return left
}
