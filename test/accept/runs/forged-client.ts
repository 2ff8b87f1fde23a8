import { startServer } from '../../server.js'
import { setUpWorkspace } from '../clients/workspace.js'
import type { Run } from '../run.js'
import { forgeAwareness } from './forged-client/awareness.js'
import { forgeEdits } from './forged-client/edits.js'
import { makeViewer } from './forged-client/make-viewer.js'
import type { Attempt, Note, Parts } from './forged-client/parts.js'
import { signOut } from './forged-client/sign-out.js'
import { tryAsViewer } from './forged-client/viewer.js'

export const forgedClient: Run = {
  name: 'forged-client',
  rules: ['A2', 'A4', 'A5'],
  about: 'writes in other people’s names, reads without the right to write, and stays after signing out',
  async perform(context) {
    const server = await startServer()
    context.defer(() => server.stop())
    const { admin, join } = await setUpWorkspace(server)
    const grace = await join('Grace')
    const viewer = await join('Edsger')
    await makeViewer(server, viewer.email)

    const faults: string[] = []
    const parts: Parts = { ada: admin, mallory: grace, viewer, url: server.url }
    for (const attempt of [forgeEdits, forgeAwareness, forgeAsViewer, tryAsViewer, signOut]) {
      await attempt({ ...context, holds: note(faults) }, parts)
    }
    context.figure('attempts that came to nothing', faults.length === 0 ? 'all' : `all but ${faults.length}`)
    context.holds('A5', faults.length === 0, `${faults.length} attempts succeeded:\n  ${faults.join('\n  ')}\n`)
  },
}

/** Who may only read may be seen, as nobody but themselves. */
const forgeAsViewer: Attempt = (context, parts) => forgeAwareness(context, { ...parts, mallory: parts.viewer })

/** Goes on after a rule was broken, so that one run says everything that is. */
function note(faults: string[]): Note {
  return (rule, truth, otherwise) => {
    if (!truth) faults.push(`[${rule}] ${otherwise}`)
  }
}
