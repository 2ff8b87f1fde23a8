import { Toast } from '@base-ui/react/toast'

export type ToastTone = 'neutral' | 'problem'

export interface ToastOptions {
  /** A second line: what was kept, what to do. */
  detail?: string
  tone?: ToastTone
  /** One thing that can be done about it, such as taking it back. */
  action?: { label: string; onAction: () => void }
  /** A later message with the same key takes the place of the earlier one. */
  key?: string
}

/** One for the page, so that code outside React may speak too; `Toasts` shows what it is given. */
export const toastManager = Toast.createToastManager()

const plainMs = 5_000
const withActionMs = 10_000

/**
 * Says something for a few seconds, longer when it offers an action; hovering or focusing holds it. A problem is
 * read out at once and stays until it is dismissed.
 * @returns a key for {@link closeToast}.
 */
export function toast(message: string, { detail, tone = 'neutral', action, key }: ToastOptions = {}): string {
  const id: string = toastManager.add({
    ...(key === undefined ? {} : { id: key }),
    title: message,
    description: detail,
    type: tone,
    priority: tone === 'problem' ? 'high' : 'low',
    timeout: tone === 'problem' ? 0 : action === undefined ? plainMs : withActionMs,
    ...(action === undefined
      ? {}
      : {
          actionProps: {
            children: action.label,
            onClick: () => {
              toastManager.close(id)
              action.onAction()
            },
          },
        }),
  })
  return id
}

/** Takes a message away before its time. */
export function closeToast(key: string): void {
  toastManager.close(key)
}
