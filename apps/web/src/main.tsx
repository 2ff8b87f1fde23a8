// First, so that a component's own rules come after the page's.
import './design/index.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { locale } from '#strings/locale'
import { App } from './app/App.js'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no #root element: index.html and this script do not belong together.')
document.documentElement.lang = locale
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
