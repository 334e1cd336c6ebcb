import { Button } from 'antd'
import { setLanguage, useLanguage } from '../../shared/language.ts'
import { useWords } from '../parts/lang.ts'
import { shellWords } from './words.ts'

/** Switches between Chinese and English; names the other language in that language. */
export function LanguageButton() {
  const now = useLanguage()
  const text = useWords(shellWords)
  const other = now === 'en' ? 'zh-CN' : 'en'
  return (
    <Button type="text" lang={other} title={text.languageLabel} onClick={() => setLanguage(other)}>
      {text.language}
    </Button>
  )
}
