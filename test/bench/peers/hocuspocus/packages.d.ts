// What is used of the packages that only `pnpm bench` installs, so that it can be checked without them.
declare module '@hocuspocus/extension-sqlite' {
  export class SQLite {
    constructor(configuration: { database: string })
  }
}

declare module '@hocuspocus/server' {
  import type { SQLite } from '@hocuspocus/extension-sqlite'

  export class Server {
    constructor(configuration: { address: string; port: number; quiet: boolean; extensions: SQLite[] })
    listen(): Promise<unknown>
  }
}
