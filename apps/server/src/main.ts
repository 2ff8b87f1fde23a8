import { fileURLToPath } from 'node:url'
import { type Config, readConfig } from './config.js'
import { createLinks } from './identity/links.js'
import { loadSealKey, loadSecret } from './identity/secret.js'
import { manageLifetime } from './lifetime.js'
import { createLog } from './log.js'
import { createServer } from './server.js'
import { explainStartFailure } from './start-failure.js'
import { openLowdbStore } from './store/lowdb/open.js'

let config: Config | undefined
try {
  config = readConfig()
  await start(config)
} catch (error) {
  process.stderr.write(`${explainStartFailure(error, config) ?? stackOf(error)}\n`)
  process.exit(1)
}

async function start(config: Config): Promise<void> {
  const log = createLog(config.logLevel)
  const store = await openLowdbStore(config.dataDir, log)
  try {
    const server = await createServer({
      config,
      store,
      secret: await loadSecret(config.dataDir),
      sealKey: await loadSealKey(config.dataDir),
      log,
      clientFolder: fileURLToPath(new URL('../../web/dist/client', import.meta.url)),
    })
    await server.listen(config)
    manageLifetime({
      log,
      close: async () => {
        try {
          await server.close()
        } finally {
          await store.close()
        }
      },
    })
    const token = await server.renewSetup()
    if (token !== undefined) {
      process.stdout.write(
        `\nWelcome to Colophon. Open this link once to set it up:\n${createLinks(config.publicUrl).setup(token)}\n\n`,
      )
    }
    process.stdout.write(`Colophon is ready on ${config.publicUrl}\n`)
  } catch (error) {
    await store.close()
    throw error
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
