declare const console: { log(message: string): void }

/** Prints a score beside the results of the tests. */
export function report(name: string, total: number, failing: readonly number[]): void {
  console.log(`${name}: ${total - failing.length} of ${total}; failing: ${failing.join(', ') || 'none'}`)
}
