// What is used of the packages that only `pnpm bench` installs, so that it can be checked without them.
declare module '@y/websocket-server/utils' {
  import type { Doc } from 'yjs'

  export function setPersistence(persistence: {
    provider: object
    bindState(name: string, doc: Doc): Promise<void>
    writeState(name: string, doc: Doc): Promise<void>
  }): void
}

declare module '@y/websocket-server/server' {
  // Importing it starts the server.
}

declare module 'y-leveldb' {
  import type { Doc } from 'yjs'

  export class LeveldbPersistence {
    constructor(folder: string)
    getYDoc(name: string): Promise<Doc>
    storeUpdate(name: string, update: Uint8Array): Promise<number>
    destroy(): Promise<void>
  }
}
