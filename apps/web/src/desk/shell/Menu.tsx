import { MenuOutlined } from '@ant-design/icons'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useWords } from '../parts/lang.ts'
import { useDesk } from '../parts/session.tsx'
import { EntryLink } from './EntryLink.tsx'
import './menu.css'
import { MenuFold } from './MenuFold.tsx'
import { menuFor } from './navigation.ts'
import { shellWords } from './words.ts'

/** The navigation by role: a bar of links and groups on a wide screen, a drawer with all of them on a narrow one. */
export function Menu() {
  return (
    <>
      <MenuBar />
      <MenuDrawer />
    </>
  )
}

function MenuBar() {
  const text = useWords(shellWords)
  const { office } = useDesk()
  return (
    <nav aria-label={text.navigation} className="menu-bar">
      {menuFor(office.roles).map((item) =>
        'entries' in item ? (
          <MenuFold key={item.name} group={item} />
        ) : (
          <EntryLink key={item.name} entry={item} />
        ),
      )}
    </nav>
  )
}

function MenuDrawer() {
  const text = useWords(shellWords)
  const { office } = useDesk()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <Button
        className="menu-button"
        icon={<MenuOutlined aria-hidden />}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {text.menu}
      </Button>
      <Drawer open={open} onClose={close} placement="left" size={300} title={text.menu} destroyOnHidden>
        <nav aria-label={text.navigation} className="menu-list">
          {menuFor(office.roles).map((item) =>
            'entries' in item ? (
              <section key={item.name} aria-labelledby={`menu-${item.name}`}>
                <h2 id={`menu-${item.name}`}>{text.groups[item.name]}</h2>
                {item.entries.map((entry) => (
                  <EntryLink key={entry.name} entry={entry} onClick={close} />
                ))}
              </section>
            ) : (
              <EntryLink key={item.name} entry={item} onClick={close} />
            ),
          )}
        </nav>
      </Drawer>
    </>
  )
}
