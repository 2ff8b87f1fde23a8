import { Autocomplete } from '@base-ui/react/autocomplete'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { paletteStrings } from '#strings/palette'
import styles from './Palette.module.css'
import { type Command, usePaletteCommands } from './paletteCommands.js'

/** Find a record or do something, without taking the hands off the keys. */
export default function Palette({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const groups = usePaletteCommands()
  return (
    <Dialog.Root open onOpenChange={(open) => onOpenChange(open)}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Viewport className={styles.viewport}>
          <Dialog.Popup className={styles.popup} aria-label={paletteStrings.title}>
            <Autocomplete.Root
              open
              inline
              items={groups}
              autoHighlight="always"
              keepHighlight
              itemToStringValue={nameOf}
            >
              <div className={styles.line}>
                <Search size={18} aria-hidden className={styles.icon} />
                <Autocomplete.Input
                  className={styles.input}
                  aria-label={paletteStrings.title}
                  placeholder={paletteStrings.placeholder}
                />
              </div>
              <Autocomplete.Empty className={styles.empty}>{paletteStrings.empty}</Autocomplete.Empty>
              <Autocomplete.List className={styles.list}>
                {(group: (typeof groups)[number]) => (
                  <Autocomplete.Group key={group.label} items={group.items} className={styles.group}>
                    <Autocomplete.GroupLabel className={styles.label}>{group.label}</Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(command: Command) => (
                        <Autocomplete.Item
                          key={command.id}
                          value={command}
                          className={styles.item}
                          onClick={() => {
                            onOpenChange(false)
                            command.run()
                          }}
                        >
                          {command.name}
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </Autocomplete.Root>
            <Dialog.Close className="visually-hidden">{paletteStrings.close}</Dialog.Close>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function nameOf(command: Command): string {
  return command.name
}
