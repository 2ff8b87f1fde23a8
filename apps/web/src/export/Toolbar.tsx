import type { MarkdownQuery } from '@colophon/protocol'
import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft, Download, Printer } from 'lucide-react'
import { Button } from '../design/Button.js'
import { Checkbox } from '../design/Checkbox.js'
import { Choice } from '../design/Choice.js'
import { CopyButton } from '../design/CopyButton.js'
import { tip } from '../design/tips.js'
import { say } from '../text/say.js'
import { download } from './download.js'
import { readExportSearch } from './exportSearch.js'
import { exportStrings } from './strings.js'
import styles from './Toolbar.module.css'

const unfilled = (['keep', 'omit', 'na'] as const).map((value) => ({
  value,
  label: exportStrings.unfilledChoices[value],
}))

export interface ToolbarProps {
  recordId: string
  title: string
  fileName: string
  query: MarkdownQuery
  /** The file's bytes; absent while they are on their way. */
  file: Uint8Array<ArrayBuffer> | undefined
  /** The same as text. */
  text: string | undefined
}

/** What is exported, how empty slots print, and the ways to take it away. */
export function Toolbar({ recordId, title, fileName, query, file, text }: ToolbarProps) {
  const navigate = useNavigate({ from: '/records/$recordId/export' })
  const handleQuery = (next: MarkdownQuery) => void navigate({ search: readExportSearch({ ...next }), replace: true })
  const ready = file !== undefined && text !== undefined
  return (
    <header className={styles.toolbar} data-print="no">
      <div className={styles.titles}>
        <Link to="/records/$recordId" params={{ recordId }} className={styles.back}>
          <ArrowLeft size={16} aria-hidden />
          {exportStrings.back}
        </Link>
        <h1 className={styles.title}>{title}</h1>
      </div>
      <div className={styles.actions}>
        {ready && (
          <CopyButton
            text={text}
            words={{ copy: exportStrings.copy, copied: exportStrings.copied, failed: exportStrings.copyFailed }}
          />
        )}
        <Button disabled={!ready} icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
          {exportStrings.print}
        </Button>
        <Button
          {...tip(say(exportStrings.fileName, { file: fileName }))}
          variant="primary"
          disabled={!ready}
          icon={<Download size={16} aria-hidden />}
          onClick={() => {
            if (file !== undefined) download(file, fileName)
          }}
        >
          {exportStrings.download}
        </Button>
      </div>
      <div className={styles.options}>
        <Choice
          label={exportStrings.unfilled}
          showLabel
          value={query.unfilled}
          options={unfilled}
          onValueChange={(next) => handleQuery({ ...query, unfilled: next })}
        />
        <Checkbox
          checked={query.status === 'live'}
          onCheckedChange={(live) => handleQuery({ ...query, status: live ? 'live' : 'template' })}
        >
          {exportStrings.liveStatus}
        </Checkbox>
      </div>
    </header>
  )
}
