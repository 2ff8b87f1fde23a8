// Loaded into a server before its own code: what it would do after twenty seconds to a minute it does after milliseconds.
// Rooms without people close after half a minute, and no run can wait for that a hundred times.
const original = globalThis.setTimeout
const factor = 1_000

globalThis.setTimeout = Object.assign(
  (run, ms, ...args) => original(run, ms >= 20_000 && ms <= 60_000 ? ms / factor : ms, ...args),
  original,
)
