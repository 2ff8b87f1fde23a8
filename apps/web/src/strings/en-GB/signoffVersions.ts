/** The words about a record that was completed. */
export const versionStrings = {
  completed: 'This record is completed.',
  completedBy: '{version}, completed by {name}',
  versions: 'Versions',
  version: '{number}: {name}',
  versionPlain: 'Version {number}',
  versionFile: 'Download the file of version {number}, {name}',
  versionBy: '{name},',
  download: 'Download',
} as const
