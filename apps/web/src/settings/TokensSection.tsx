import type { Session, Token } from '@colophon/protocol'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { settingsStrings as strings } from '#strings/settings'
import { late } from '../api/late.js'
import { tokensQuery } from '../api/workspaceQueries.js'
import { Panel } from '../app/Panel.js'
import { Button } from '../design/Button.js'
import { Rows } from './Row.js'
import { Nothing, Section, Waiting } from './Section.js'
import { TokenRow } from './TokenRow.js'

const NewTokenDialog = late(() => import('./NewTokenDialog.js'))

/** What scripts sign in with: one's own, and for an admin everybody's. */
export function TokensSection({ user }: { user: Session['user'] }) {
  const tokens = useQuery(tokensQuery)
  const [making, setMaking] = useState(false)
  const action = (
    <Button icon={<Plus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {strings.tokenNew}
    </Button>
  )
  return (
    <Section id="tokens" title={strings.tokens} text={strings.tokensText} action={action}>
      {tokens.data === undefined ? (
        <Waiting error={tokens.error} failed={strings.tokensFailed} />
      ) : (
        <TokenRows tokens={tokens.data.tokens} userId={user.id} />
      )}
      <Panel open={making} onClose={() => setMaking(false)}>
        <NewTokenDialog mayWrite={user.role !== 'viewer'} onOpenChange={setMaking} />
      </Panel>
    </Section>
  )
}

function TokenRows({ tokens, userId }: { tokens: readonly Token[]; userId: string }) {
  if (tokens.length === 0) return <Nothing>{strings.tokensNone}</Nothing>
  return (
    <Rows label={strings.tokens}>
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} isMine={token.createdBy.id === userId} />
      ))}
    </Rows>
  )
}
