import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import './desk.css'

createRoot(document.getElementById('root')!).render(<App />)
