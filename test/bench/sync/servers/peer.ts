import type { Dialect } from '../traffic/dialect.js'

export type PeerId = 'colophon' | 'hocuspocus' | 'y-websocket' | 'relay'

/** A server that is measured: a black box that is started, spoken to over its socket, and stopped. */
export interface Peer {
  readonly id: PeerId
  /** As the table heads its column. */
  readonly label: string
  readonly dialect: Dialect
  /** Whether what it is told survives its end. */
  readonly keeps: boolean
  /** @param folder where it keeps its data, and finds that of an earlier start */
  start(folder: string, options?: StartOptions): Promise<RunningPeer>
}

export interface StartOptions {
  /** Loads `probe.js` into it, so that its memory can be read after a collection. */
  readonly probe?: boolean
}

export interface RunningPeer {
  readonly pid: number
  /** Makes a record as the built-in template has it. @returns its id */
  create(): Promise<string>
  /** The way into a record that is there. */
  door(recordId: string): Door
  /** Bytes held after a garbage collection; only where it was started with a probe. */
  memory(): Promise<Memory>
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export interface Door {
  readonly url: string
  readonly room: string
  /** What the request for a socket must say besides, so that one may write there. */
  readonly headers: Readonly<Record<string, string>>
}

/** Bytes. */
export interface Memory {
  readonly resident: number
  /** On the heap and in buffers. */
  readonly held: number
}
