import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import './parts/parts.css'
import './desk.css'

createRoot(document.getElementById('root')!).render(<App />)
