import { Link, useLocation } from 'wouter'
import { useLanguage } from '../../shared/language.ts'
import { signInAddress, useSession } from '../session.ts'
import { switchLanguage, useTexts } from '../texts.ts'
import { useElder } from './elder.ts'
import { Logo } from './logo.tsx'
import { SignOut } from './sign-out.tsx'
import { useUnread } from './use-unread.ts'

/** Brand, switches for type and language, account, and the main navigation. */
export function SiteHead() {
  const t = useTexts()
  return (
    <header className="site-head">
      <div className="column">
        <div className="top">
          <Link href="/" className="brand">
            <Logo />
            <span>
              <b>{t.site}</b>
              <span>{t.siteSub}</span>
            </span>
          </Link>
          <Utilities />
        </div>
        <Navigation />
      </div>
    </header>
  )
}

function Utilities() {
  const t = useTexts()
  const lang = useLanguage()
  const [elder, toggleElder] = useElder()
  const { session } = useSession()
  return (
    <div className="utilities" role="group" aria-label={t.utilities}>
      <button type="button" aria-pressed={elder} onClick={toggleElder}>
        {t.elder}
      </button>
      <button
        type="button"
        lang={lang === 'en' ? 'zh-CN' : 'en'}
        onClick={() => void switchLanguage(lang === 'en' ? 'zh-CN' : 'en')}
      >
        {t.otherLanguage}
      </button>
      {session.person ? (
        <>
          <Link href="/me">{session.person.name}</Link>
          <SignOut personId={session.person.personId} />
        </>
      ) : (
        <a className="sign-in" href={signInAddress()}>
          {t.signIn}
        </a>
      )}
    </div>
  )
}

function Navigation() {
  const t = useTexts()
  const [location] = useLocation()
  const unread = useUnread()
  const links = [
    ['/', t.nav.home],
    ['/cases', t.nav.cases],
    ['/settlements', t.nav.settlements],
    ['/messages', t.nav.messages],
    ['/helpers', t.nav.people],
    ['/tools', t.nav.tools],
  ] as const
  return (
    <nav className="site-nav" aria-label={t.nav.label}>
      <ul className="plain">
        {links.map(([href, name]) => (
          <li key={href} className={href === '/tools' ? 'extra' : undefined}>
            <Link href={href} aria-current={isHere(location, href) ? 'page' : undefined}>
              {name}
              {href === '/messages' && unread > 0 && (
                <span className="badge">
                  <span aria-hidden="true">{unread}</span>
                  <span className="visually-hidden">{t.unread(unread)}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function isHere(location: string, href: string): boolean {
  return href === '/' ? location === '/' : location === href || location.startsWith(`${href}/`)
}
