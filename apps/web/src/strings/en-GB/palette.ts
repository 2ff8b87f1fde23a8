/** The words of the palette, which comes when it is asked for. */
export const paletteStrings = {
  title: 'Find or do',
  placeholder: 'A record’s title, or what to do',
  empty: 'Nothing of that name.',
  records: 'Records',
  actions: 'Actions',
  invite: 'See people and settings, or invite somebody',
  light: 'Use the light appearance',
  dark: 'Use the dark appearance',
  system: 'Use the system’s appearance',
  close: 'Close',
} as const
