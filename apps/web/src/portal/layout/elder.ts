import { useState } from 'react'

const STORAGE_KEY = 'yichuang.elder'

/** Puts large type back on if it was chosen before on this device. */
export function restoreElder(): void {
  try {
    if (localStorage.getItem(STORAGE_KEY) === 'on') document.documentElement.dataset.elder = ''
  } catch {
    // storage is forbidden: normal type
  }
}

/** 长辈版: whether large type is on, and its switch. */
export function useElder(): [boolean, () => void] {
  const [on, setOn] = useState('elder' in document.documentElement.dataset)
  const toggle = () => {
    if (on) delete document.documentElement.dataset.elder
    else document.documentElement.dataset.elder = ''
    try {
      localStorage.setItem(STORAGE_KEY, on ? 'off' : 'on')
    } catch {
      // see restoreElder
    }
    setOn(!on)
  }
  return [on, toggle]
}
