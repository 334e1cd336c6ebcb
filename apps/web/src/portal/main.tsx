import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/parts.css'
import './styles/forms.css'
import './styles/pages.css'
import { App } from './app.tsx'
import { restoreElder } from './layout/elder.ts'
import { loadTexts } from './texts.ts'

restoreElder()
await loadTexts().catch(() => undefined) // without the English words the portal speaks Chinese

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
