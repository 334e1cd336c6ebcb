import { QuestionCircleOutlined } from '@ant-design/icons'
import { listed } from '../../shared/format.ts'
import { Button, Dropdown, Select } from 'antd'
import { useEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useKeys } from '../parts/keys.ts'
import { forgetAll } from '../parts/kept.ts'
import { useWords } from '../parts/lang.ts'
import { queryClient, useAct, useGet } from '../parts/queries.ts'
import { useDesk } from '../parts/session.tsx'
import { common } from '../parts/words.ts'
import { DemoBar } from './DemoBar.tsx'
import { KeyboardHelp } from './KeyboardHelp.tsx'
import { LanguageButton } from './LanguageButton.tsx'
import { Menu } from './Menu.tsx'
import { mayOpen, worksOutside } from './navigation.ts'
import { SearchBox } from './SearchBox.tsx'
import { shellWords } from './words.ts'
import logo from '../../shared/logo.svg'

/** Frame of every page: demo bar, header with navigation by role, search, office and account. */
export function Shell({ children }: { children: ReactNode }) {
  const text = useWords(shellWords)
  const desk = useDesk()
  const [location, navigate] = useLocation()
  const [help, setHelp] = useState(false)
  const main = useRef<HTMLElement>(null)
  const online = useOnline()
  useKeys({ '?': () => setHelp(true), g: () => navigate('/'), w: () => navigate('/window') })
  useFocusOnMove(location, main)
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {text.skip}
      </a>
      {desk.session.demo && <DemoBar today={desk.session.today} />}
      <header className="header">
        <Brand />
        <Menu />
        {mayOpen('/', desk.office.roles) && <SearchBox />}
        <div className="header-end">
          <OfficeSwitch />
          <LanguageButton />
          <Button
            type="text"
            icon={<QuestionCircleOutlined />}
            aria-label={text.help}
            title={`${text.help} (?)`}
            onClick={() => setHelp(true)}
          />
          <Account />
        </div>
      </header>
      {!online && <output className="offline">{text.offline}</output>}
      <main id="main" ref={main} tabIndex={-1}>
        {children}
      </main>
      <KeyboardHelp open={help} onClose={() => setHelp(false)} />
    </div>
  )
}

function Brand() {
  const { product, desk } = useWords(common)
  return (
    <Link href="/" className="brand" aria-label={`${product} ${desk}`}>
      <img src={logo} alt="" width="28" height="28" />
      <span>{product}</span>
    </Link>
  )
}

function OfficeSwitch() {
  const { office, offices, chooseOffice } = useDesk()
  const { officeLabel } = useWords(shellWords)
  const { roles } = useWords(common)
  if (offices.length === 1) {
    if (worksOutside(office.roles)) return <InstitutionName />
    return (
      <span className="office-name" title={listed(office.roles.map((role) => roles[role]))}>
        {office.officeName}
      </span>
    )
  }
  return (
    <Select
      className="office-switch"
      aria-label={officeLabel}
      value={office.officeId}
      onChange={chooseOffice}
      popupMatchSelectWidth={false}
      options={offices.map(({ officeId, officeName, roles: held }) => ({
        value: officeId,
        label: officeName,
        title: listed(held.map((role) => roles[role])),
      }))}
    />
  )
}

/** People of hospitals are enrolled with an office but do not work there: theirs is the institution. */
function InstitutionName() {
  const own = useGet('myInstitution', {}, { staleTime: 600_000 })
  return own.data ? <span className="office-name">{own.data.institution.name}</span> : null
}

function Account() {
  const { staff, office } = useDesk()
  const text = useWords(shellWords)
  const { roles } = useWords(common)
  const end = useAct('endSession', () => {
    forgetAll()
    queryClient.clear()
    window.location.assign('/desk')
  })
  const items = [
    { key: 'roles', disabled: true, label: office.roles.map((role) => roles[role]).join(' · ') },
    { key: 'out', label: text.signOut },
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => key === 'out' && end.mutate({}) }}>
      <Button type="text" aria-label={text.account(staff.name)}>
        {staff.name}
      </Button>
    </Dropdown>
  )
}

/** After a change of page the focus goes to its content, so that the keyboard and the screen reader start there. */
function useFocusOnMove(location: string, main: React.RefObject<HTMLElement | null>) {
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true })
    first.current = false
    window.scrollTo(0, 0)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the address is what it waits for
  }, [location, main])
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('online', changed)
      addEventListener('offline', changed)
      return () => {
        removeEventListener('online', changed)
        removeEventListener('offline', changed)
      }
    },
    () => navigator.onLine,
  )
}
