const rootNames = 10_000

/** Every limit both sides must agree on, in one table. */
export const limits = {
  /** A Markdown file that may be imported, bytes. */
  importBytes: 2_000_000,
  /** A socket frame, bytes. */
  frameBytes: 4_000_000,
  /** Parts of one update: what the server reads in a tenth of a second. */
  update: { clients: 1_000, structs: 100_000, deleteRanges: 100_000, roots: rootNames },
  /** Clients in a state vector. */
  vectorClients: 50_000,
  /** Client ids under which one person may begin to write while a record is open; a browser has one a page. */
  personClients: 1_000,
  /** Client ids of which it is asked at once who writes under them. */
  writersAsked: 500,
  /** Root types of a record, those that one person may begin while it is open, and the length of a name of one. */
  rootNames,
  personRootNames: 2_000,
  rootNameChars: 300,
  /**
   * How many shared types a type may stand in, that is elements and items: whoever reads it calls itself for each. A file's
   * hundred levels of lists are two hundred.
   */
  typeDepth: 256,
  /** A client's awareness state, bytes of JSON. */
  awarenessBytes: 4_096,
  /**
   * What one socket may ask of the server, in microseconds of its time, roughly: so much at once and so much each second.
   * Whoever asks for more is read more slowly and loses nothing; whoever does so for minutes on end is no browser.
   */
  socketWork: { burst: 100_000, perSecond: 100_000, patienceSeconds: 120 },
  /** What a frame counts for in that: itself, its bytes, those of its answer, and everybody who is told of it. */
  work: { frame: 10, kilobyte: 20, answeredKilobyte: 2, listener: 1 },
  /** Sockets that one person may have open, on one record and in all; a page has one. */
  personSockets: { onOneRecord: 50, inAll: 200 },
  /** How often sockets may be asked for: from one address, behind which may be a whole office, and by one person. */
  upgrades: { address: { burst: 3_000, perSecond: 50 }, person: { burst: 300, perSecond: 5 } },
  /** HTTP requests a minute: from one address, by one person, and by one person of those that make or read whole records. */
  requestsPerMinute: { address: 6_000, person: 1_200, making: 120, reading: 300 },
  templateChars: 200_000,
  titleChars: 300,
  /** Why somebody declined or reopened, or what they said with an approval. */
  commentChars: 2_000,
  passwordMinChars: 10,
  passwordMaxChars: 200,
  /** How long a deleted record can be taken back, days. */
  deletedKeptDays: 30,
  /** How long an invitation link is good unless its maker says otherwise, days. */
  invitationDays: 7,
} as const
