import { Drawer } from '@base-ui/react/drawer'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { designStrings } from '#strings/design'
import styles from './SideDrawer.module.css'

export interface SideDrawerProps {
  side: 'left' | 'right'
  open: boolean
  onClose: () => void
  title: string
  children: ReactNode
}

/** What stands beside the document where there is room, over it where there is none. */
export default function SideDrawer({ side, open, onClose, title, children }: SideDrawerProps) {
  return (
    <Drawer.Root open={open} onOpenChange={(next) => !next && onClose()} swipeDirection={side}>
      <Drawer.Portal>
        <Drawer.Backdrop className={styles.backdrop} />
        <Drawer.Viewport className={styles.viewport}>
          <Drawer.Popup className={styles.popup} data-side={side}>
            <header className={styles.header}>
              <Drawer.Title className={styles.title}>{title}</Drawer.Title>
              <Drawer.Close className={styles.close} aria-label={designStrings.close}>
                <X size={18} aria-hidden />
              </Drawer.Close>
            </header>
            <Drawer.Content className={styles.content}>{children}</Drawer.Content>
          </Drawer.Popup>
        </Drawer.Viewport>
      </Drawer.Portal>
    </Drawer.Root>
  )
}
