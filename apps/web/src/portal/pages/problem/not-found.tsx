import { Link } from 'wouter'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../texts.ts'

/** No page at this address: what may have happened and where to go. */
export function NotFoundPage() {
  const t = useTexts()
  return (
    <Page title={t.problem.notFoundTitle} lead={t.problem.notFoundText} narrow>
      <p className="row">
        <Link className="button primary" href="/">
          {t.problem.home}
        </Link>
        <Link className="button" href="/cases">
          {t.problem.myCases}
        </Link>
        <Link className="button" href="/#phones">
          {t.foot.phones}
        </Link>
      </p>
    </Page>
  )
}
