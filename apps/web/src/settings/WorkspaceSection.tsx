import type { WorkspaceSettings } from '@colophon/protocol'
import { useQuery } from '@tanstack/react-query'
import { settingsStrings as strings } from '#strings/settings'
import { workspaceQuery } from '../api/workspaceQueries.js'
import { Section, Waiting } from './Section.js'
import { WorkspaceForm } from './WorkspaceForm.js'

/** The workspace's name, and what it asks of everybody. */
export function WorkspaceSection({ mayChange }: { mayChange: boolean }) {
  const settings = useQuery(workspaceQuery)
  const text = mayChange ? strings.workspaceText : `${strings.workspaceText} ${strings.workspaceAdmins}`
  return (
    <Section id="workspace" title={strings.workspace} text={text}>
      {settings.data === undefined ? (
        <Waiting error={settings.error} failed={strings.workspaceFailed} />
      ) : mayChange ? (
        <WorkspaceForm settings={settings.data} />
      ) : (
        <Stated settings={settings.data} />
      )}
    </Section>
  )
}

function Stated({ settings }: { settings: WorkspaceSettings }) {
  return (
    <>
      <p>
        <strong>{settings.name}</strong>
      </p>
      <p>{settings.passwordToSign ? strings.passwordAsked : strings.passwordNotAsked}</p>
    </>
  )
}
