import { Popover } from '@base-ui/react/popover'
import { Toolbar } from '@base-ui/react/toolbar'
import type { SlotForm } from '@colophon/template'
import type { Editor } from '@tiptap/core'
import { Link } from 'lucide-react'
import { Fragment, useRef } from 'react'
import { editorStrings as strings } from '#strings/recordEditor'
import { keyCaps } from '../../app/keys.js'
import { useRecord } from '../state/recordContext.js'
import { CodeLanguage } from './CodeLanguage.js'
import styles from './FormatToolbar.module.css'
import type { Format } from './format.js'
import { formatsFor, standing } from './formats.js'
import { askForLink } from './keys.js'
import { useEditorValue } from './useEditing.js'
import { useToolbarKeys } from './useToolbarKeys.js'
import { WordCount } from './words/WordCount.js'

/** What the bar and the toolbar itself take at the top of the window, in px. */
const topMargin = 112

/** The one format toolbar of the page: it comes with a selection, in a table or in code, and works on the editor at hand. */
export function FormatToolbar({ editor, form }: { editor: Editor; form: SlotForm }) {
  const toolbar = useRef<HTMLDivElement>(null)
  const at = useEditorValue(editor, standing)
  // Remembered while the toolbar itself has the focus.
  const wanted = useEditorValue(
    editor,
    (now) => now.isFocused && (!now.state.selection.empty || standing(now) !== 'text'),
  )
  const { open, close } = useToolbarKeys(editor, toolbar, wanted)
  // Read for its rendering: the anchor moves with the selection.
  useEditorValue(editor, (now) => now.state.selection.to)

  return (
    <Popover.Root
      open={open}
      modal={false}
      // A press elsewhere in the text does not send it away: it goes with what it is for.
      onOpenChange={(_next, { reason }) => reason === 'escape-key' && close()}
    >
      <Popover.Portal>
        <Popover.Positioner
          className={styles.positioner}
          anchor={() => ({ getBoundingClientRect: () => anchorRect(editor), contextElement: editor.view.dom })}
          side="top"
          sideOffset={8}
          collisionPadding={{ top: 64, bottom: 8, left: 8, right: 8 }}
        >
          <Popover.Popup initialFocus={false} finalFocus={false} className={styles.popup} aria-label={strings.toolbar}>
            <Toolbar.Root ref={toolbar} className={styles.toolbar} aria-label={strings.toolbar}>
              {formatsFor(form, at).map((group, i) => (
                <Fragment key={group[0]?.label}>
                  {i > 0 && <Toolbar.Separator className={styles.separator} />}
                  <Toolbar.Group className={styles.group}>
                    {group.map((format) => (
                      <FormatButton key={format.label} editor={editor} format={format} />
                    ))}
                    {i === 0 && at !== 'code' && <LinkButton editor={editor} />}
                  </Toolbar.Group>
                </Fragment>
              ))}
              {at === 'code' && <CodeLanguage editor={editor} />}
              <WordCount editor={editor} />
            </Toolbar.Root>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function FormatButton({ editor, format }: { editor: Editor; format: Format }) {
  const { label, icon: Icon, keys, apply, isOn } = format
  const on = useEditorValue(editor, (now) => isOn?.(now) === true)
  return (
    <Toolbar.Button
      className={styles.button}
      aria-label={label}
      aria-pressed={isOn === undefined ? undefined : on}
      title={keys === undefined ? label : `${label} (${keyCaps(keys).join(' ')})`}
      // The selection stays in the text.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => apply(editor)}
    >
      <Icon size={16} aria-hidden />
    </Toolbar.Button>
  )
}

function LinkButton({ editor }: { editor: Editor }) {
  const { editing } = useRecord()
  const on = useEditorValue(editor, (now) => now.isActive('link'))
  const handleClick = () => askForLink(editor, editing)
  return (
    <Toolbar.Button
      className={styles.button}
      aria-label={strings.link}
      aria-pressed={on}
      title={strings.link}
      onMouseDown={(event) => event.preventDefault()}
      onClick={handleClick}
    >
      <Link size={16} aria-hidden />
    </Toolbar.Button>
  )
}

/** Above the table or the code one is in, so that no line of it is covered, or else above the selection. */
function anchorRect(editor: Editor): DOMRect {
  if (editor.isDestroyed) return new DOMRect()
  const { $from } = editor.state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type } = $from.node(depth)
    const block =
      type.spec.tableRole === 'table' || type.spec.code === true ? editor.view.nodeDOM($from.before(depth)) : null
    const rect = block instanceof HTMLElement ? block.getBoundingClientRect() : null
    if (rect !== null && rect.top > topMargin) return rect
  }
  return selectionRect(editor)
}

function selectionRect(editor: Editor): DOMRect {
  const { from, to } = editor.state.selection
  const start = editor.view.coordsAtPos(from)
  const end = editor.view.coordsAtPos(to, -1)
  const left = Math.min(start.left, end.left)
  return new DOMRect(left, start.top, Math.max(end.right, start.right) - left, end.bottom - start.top)
}
