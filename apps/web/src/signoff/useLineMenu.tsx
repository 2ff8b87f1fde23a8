import { isCurrent, type Signoff } from '@colophon/protocol'
import { Ban, History, MessageSquareText, Undo2, UserRoundPen } from 'lucide-react'
import { signoffStrings as strings } from '#strings/signoff'
import type { MenuEntry } from '../design/Menu.js'
import { useRecord } from '../record/state/recordContext.js'
import { useSessionState } from '../record/state/useSessionState.js'
import { mayDecide } from './boxState.js'
import { whyRefused } from './readiness.js'
import { useLedger, useRight } from './useLedger.js'
import { useAttempt, useSigning } from './useSigning.js'

/** What can be done with a sign-off besides ticking it. */
export function useLineMenu(line: Signoff): readonly MenuEntry[] {
  const { session, me, dialogs } = useRecord()
  const signing = useSigning()
  const ledger = useLedger()
  const right = useRight()
  const refusal = useSessionState(session, whyRefused)
  const isUnderWay = useAttempt(line.role) !== undefined
  const { role, label, decision } = line
  const isMine = decision !== null && decision.person.id === me.id
  const decides = !isUnderWay && mayDecide({ line, ledger, me, refusal })
  const withdraws = isMine && !isUnderWay && refusal === ''
  const item = (shown: boolean, label: string, icon: MenuEntryIcon, onSelect: () => void): readonly MenuEntry[] =>
    shown ? [{ kind: 'item', label, icon, onSelect }] : []
  return [
    ...item(decides, strings.menuApprove, <MessageSquareText size={16} aria-hidden />, () =>
      dialogs.open({ kind: 'approve', role }),
    ),
    ...item(decides, strings.menuDecline, <Ban size={16} aria-hidden />, () => dialogs.open({ kind: 'decline', role })),
    ...item(withdraws, strings.menuWithdraw, <Undo2 size={16} aria-hidden />, () =>
      signing.begin({ role, label }, { decision: 'withdraw' }),
    ),
    ...item(
      decision !== null && !isCurrent(ledger, decision),
      strings.menuChanges,
      <History size={16} aria-hidden />,
      () => dialogs.open({ kind: 'changes', role }),
    ),
    ...item(right === 'owner' && !ledger.locked, strings.menuAssign, <UserRoundPen size={16} aria-hidden />, () =>
      dialogs.open({ kind: 'assign', role }),
    ),
  ]
}

type MenuEntryIcon = Extract<MenuEntry, { kind: 'item' }>['icon']
