/** Options for Node that load `probe.js` into a server. */
export const probeArgv = ['--expose-gc', '--import', new URL('./probe.js', import.meta.url).href]
