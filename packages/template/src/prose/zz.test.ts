import { test } from 'vitest'
import { parseProse, proseToMarkdown } from './markdown.js'
import { readText } from './sections.js'
import { proseNodes } from './fragment.js'
import { imported } from './testing/documents.js'
declare const console: { log(...args: unknown[]): void }
test('x', () => {
  const f = imported('   1.  A paragraph\n</script>\n\n')
  console.log(JSON.stringify(proseNodes(f)), '\n', JSON.stringify(parseProse('   1.  A paragraph\n</script>\n\n')), JSON.stringify(f.doc?.getMap('imported')), JSON.stringify(readText('   1.  A paragraph\n</script>').sections))
  console.log(proseToMarkdown(f))
})
