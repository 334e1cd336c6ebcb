import { Modal } from 'antd'
import { useWords } from '../parts/lang.ts'
import { shellWords } from './words.ts'

type Words = typeof shellWords.zh
const groups: [keyof Omit<Words['keys'], 'title' | 'list'>, [string[], keyof Words['keys']['list']][]][] = [
  [
    'everywhere',
    [
      [['/'], 'search'],
      [['?'], 'help'],
      [['g'], 'goInbox'],
      [['w'], 'goWindow'],
    ],
  ],
  [
    'inbox',
    [
      [['j'], 'down'],
      [['k'], 'up'],
      [['Enter'], 'open'],
      [['r'], 'refresh'],
    ],
  ],
  [
    'case',
    [
      [['n'], 'next'],
      [['p'], 'previous'],
      [['+', '−'], 'zoom'],
      [['o'], 'rotate'],
      [['f'], 'wide'],
    ],
  ],
  [
    'coding',
    [
      [['c'], 'fill'],
      [['e'], 'firstOpen'],
      [['1', '2', '3'], 'class'],
      [['Enter', '↑', '↓'], 'column'],
      [['Ctrl S'], 'save'],
    ],
  ],
  [
    'typing',
    [
      [['Enter'], 'enter'],
      [['Ctrl V'], 'paste'],
    ],
  ],
]

/** What the keys do, opened by `?`. */
export function KeyboardHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { keys } = useWords(shellWords)
  return (
    <Modal open={open} title={keys.title} footer={null} onCancel={onClose} width={560}>
      <div className="key-groups">
        {groups.map(([group, list]) => (
          <section key={group}>
            <h2>{keys[group]}</h2>
            <dl>
              {list.map(([pressed, act]) => (
                <div key={act}>
                  <dt>
                    {pressed.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{keys.list[act]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
