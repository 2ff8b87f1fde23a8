import { ImageOff } from 'lucide-react'
import type { ComponentProps } from 'react'
import { exportStrings } from '#strings/export'
import { say } from '../text/say.js'
import styles from './Picture.module.css'

/**
 * Stands for a picture of the file. None is fetched: another site would learn who reads the record (A8), and a path within
 * the repository leads nowhere here.
 */
export function Picture({ src, alt }: ComponentProps<'img'>) {
  return (
    <span className={styles.picture} title={typeof src === 'string' ? src : undefined}>
      <ImageOff size={16} aria-hidden />
      {words(/^(https?:)?\/\//i.test(src ?? ''), alt ?? '')}
    </span>
  )
}

function words(elsewhere: boolean, alt: string): string {
  if (alt === '') return elsewhere ? exportStrings.imageElsewherePlain : exportStrings.imagePlain
  return say(elsewhere ? exportStrings.imageElsewhere : exportStrings.image, { alt })
}
