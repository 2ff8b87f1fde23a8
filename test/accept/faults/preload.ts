/** Node options that load one of the modules in `preload/` into a process before its own code. */
export function preload(module: 'broken-disk' | 'slow-disk' | 'quick-idle' | 'power-cut'): string[] {
  return ['--import', new URL(`./preload/${module}.js`, import.meta.url).href]
}
