import type { BrowserContextOptions } from '@playwright/test'
import type { Target } from '../probe/target.js'
import type { TextName } from '../texts.js'

export type SubjectId = 'colophon' | 'baseline'

/** A page that is measured, with a text in it. */
export interface Subject {
  readonly id: SubjectId
  /** Puts a text where the page can be opened with it, untouched by earlier measurements. */
  place(text: TextName): Promise<Placed>
  stop(): Promise<void>
}

export interface Placed {
  readonly address: string
  readonly target: Target
  /** What a browser must have to get in. */
  readonly cookies: Exclude<BrowserContextOptions['storageState'], string | undefined>['cookies']
}
