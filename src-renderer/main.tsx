/** Starts the window: fonts, theme, words, then the application. */
import '@fontsource-variable/inter/wght.css'
import './app/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startI18n } from './app/i18n.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
await startI18n(navigator.languages)
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
