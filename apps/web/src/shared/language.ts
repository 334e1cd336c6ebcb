import { useSyncExternalStore } from 'react'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

const STORAGE_KEY = 'yichuang.language'
const listeners = new Set<() => void>()
let current: Language = initialLanguage()

function isLanguage(text: string | null | undefined): text is Language {
  return languages.includes(text as Language)
}

/** `?lang=` wins over what was chosen before, and is remembered; Chinese is the default, whatever the browser speaks. */
function initialLanguage(): Language {
  if (typeof location === 'undefined') return 'zh-CN'
  const asked = new URLSearchParams(location.search).get('lang')
  const wanted = asked === 'zh' ? 'zh-CN' : asked
  const stored = readStored()
  const chosen = isLanguage(wanted) ? wanted : isLanguage(stored) ? stored : 'zh-CN'
  if (isLanguage(wanted)) store(wanted)
  document.documentElement.lang = chosen
  return chosen
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY)
  } catch {
    return null // storage can be forbidden; the choice then lasts for this page only
  }
}

function store(chosen: Language): void {
  try {
    localStorage.setItem(STORAGE_KEY, chosen)
  } catch {
    // see readStored
  }
}

/** The interface language now. */
export function language(): Language {
  return current
}

/** Switches the language, remembers it and sets `<html lang>`. */
export function setLanguage(next: Language): void {
  current = next
  document.documentElement.lang = next
  store(next)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The interface language; renders again when it changes. */
export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language, language)
}
