export * from './frames.js'
export * from './http.js'
export * from './ledger.js'
export * from './limits.js'
