import { Link } from 'wouter'
import { useTexts } from '../texts.ts'

/** What this site is, and the ways out that need no sign-in. */
export function SiteFoot() {
  const t = useTexts()
  return (
    <footer className="site-foot">
      <div className="column">
        <p>{t.foot.about}</p>
        <ul className="plain">
          <li>
            <Link href="/#phones">{t.foot.phones}</Link>
          </li>
          <li>
            <Link href="/verify">{t.foot.verify}</Link>
          </li>
          <li>
            <Link href="/calculator">{t.foot.calculator}</Link>
          </li>
          <li>
            <Link href="/tools">{t.foot.tools}</Link>
          </li>
          <li>
            <a href="/desk/">{t.foot.desk}</a>
          </li>
        </ul>
      </div>
    </footer>
  )
}
