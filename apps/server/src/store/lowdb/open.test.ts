import { createLog } from '../../log.js'
import { storeContract } from '../testing/contract.js'
import { makeTemporaryFolder, removeTemporaryFolder } from '../testing/temporary-folder.js'
import { openLowdbStore } from './open.js'

const log = createLog('silent')

storeContract('lowdb', async () => {
  const folder = await makeTemporaryFolder()
  let store = await openLowdbStore(folder, log)
  return {
    store,
    async reopen() {
      await store.close()
      store = await openLowdbStore(folder, log)
      return store
    },
    async dispose() {
      await store.close()
      await removeTemporaryFolder(folder)
    },
  }
})
