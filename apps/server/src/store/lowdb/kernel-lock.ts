import { spawn } from 'node:child_process'
import { errno } from './errno.js'

/**
 * Takes the kernel's lock (`flock(2)`) on an open file, without waiting. Node has no call for it, so the system's own
 * `flock` program takes it on the descriptor that it inherits: the lock belongs to the open file, which stays ours. The
 * kernel lets it go when this process ends, in whatever way.
 * @returns `unsupported` where there is no such program (macOS) or the file system knows no locks.
 */
export function takeKernelLock(fileDescriptor: number): Promise<'taken' | 'held' | 'unsupported'> {
  return new Promise((resolve, reject) => {
    const child = spawn('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', fileDescriptor] })
    child.once('error', (error) => (errno(error) === 'ENOENT' ? resolve('unsupported') : reject(error)))
    child.once('exit', (status) => {
      if (status === 0) resolve('taken')
      else resolve(status === 1 ? 'held' : 'unsupported')
    })
  })
}
