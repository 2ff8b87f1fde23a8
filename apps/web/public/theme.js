// Runs before the first paint, so that a chosen theme never flashes the other one. The page itself is app/theme.ts.
try {
  const theme = localStorage.getItem('colophon.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is barred: the system's own choice stands.
}
