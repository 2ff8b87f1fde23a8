import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PeerId } from './servers/peer.js'

/**
 * Installs the servers that are compared with, each from its own lock file; they are no part of the workspace.
 * @returns those that are there now
 */
export function installPeers(peers: readonly PeerId[], say: (line: string) => void): PeerId[] {
  return peers.filter((peer) => peer === 'colophon' || isInstalled(peer) || install(peer, say))
}

function install(peer: PeerId, say: (line: string) => void): boolean {
  say(`Installing ${peer} (once; what it compiles may take a minute)…`)
  try {
    execFileSync('npm', ['ci', '--loglevel=error'], { cwd: folderOf(peer), stdio: ['ignore', 'ignore', 'inherit'] })
    return true
  } catch (error) {
    say(`${peer} could not be installed and is left out: ${error instanceof Error ? error.message : error}`)
    return false
  }
}

function isInstalled(peer: PeerId): boolean {
  const installed = `${folderOf(peer)}node_modules/.package-lock.json`
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${folderOf(peer)}package-lock.json`).mtimeMs
}

function folderOf(peer: PeerId): string {
  return fileURLToPath(new URL(`../peers/${peer}/`, import.meta.url))
}
