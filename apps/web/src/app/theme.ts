import { useSyncExternalStore } from 'react'

/** `system` follows the machine. `public/theme.js` applies the stored choice before the first paint. */
export type Theme = 'system' | 'light' | 'dark'

const key = 'colophon.theme'
const listeners = new Set<() => void>()

/** The chosen theme and how to choose another; every open tab follows. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, currentTheme), chooseTheme]
}

function currentTheme(): Theme {
  return themeOf(document.documentElement.dataset.theme)
}

function chooseTheme(theme: Theme): void {
  apply(theme)
  try {
    if (theme === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, theme)
  } catch {
    // Storage is barred: the choice holds until the page is closed, which is all that can be done.
    return
  }
}

function apply(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  for (const listener of listeners) listener()
}

function themeOf(value: string | null | undefined): Theme {
  return value === 'light' || value === 'dark' ? value : 'system'
}

function handleStorage(event: StorageEvent): void {
  if (event.key === key) apply(themeOf(event.newValue))
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', handleStorage)
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.removeEventListener('storage', handleStorage)
  }
}
