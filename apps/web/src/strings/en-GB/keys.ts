/** The words of the keys dialog, which comes when it is asked for. */
export const keysStrings = {
  title: 'Keys',
  text: 'Where you are writing, keys write; the single-letter ones work everywhere else.',
} as const
