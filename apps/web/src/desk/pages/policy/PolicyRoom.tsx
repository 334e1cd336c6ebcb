import { useLocation } from 'wouter'
import { useWords } from '../../parts/lang.ts'
import { Tabs } from '../../parts/Tabs.tsx'
import { Drafts } from './Drafts.tsx'
import { Publications } from './Publications.tsx'
import { Rules } from './Rules.tsx'
import { policyWords } from './words.ts'
import './policy.css'

type Part = 'rules' | 'drafts' | 'publications'

/** What is in force and what it rests on, drafts of what is to come, and what was published. */
export function PolicyRoom({ part }: { part: Part }) {
  const text = useWords(policyWords)
  const [, go] = useLocation()
  const tabs = (['rules', 'drafts', 'publications'] as const).map((key) => ({ key, label: text.tabs[key] }))
  return (
    <div className="page">
      <h1>{text.title}</h1>
      <p className="muted">{text.intro}</p>
      <Tabs
        label={text.title}
        tabs={tabs}
        active={part}
        onChange={(key) => go(key === 'rules' ? '/policy' : `/policy/${key}`)}
      >
        {part === 'rules' && <Rules />}
        {part === 'drafts' && <Drafts />}
        {part === 'publications' && <Publications />}
      </Tabs>
    </div>
  )
}
