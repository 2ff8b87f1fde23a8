import type { Person, Signoff } from '@colophon/protocol'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dialogStrings as strings } from '#strings/signoffDialog'
import { sentenceOf } from '../../api/errors.js'
import { signoffClient } from '../../api/signoffClient.js'
import { peopleQuery } from '../../api/workspaceQueries.js'
import { Checkbox } from '../../design/Checkbox.js'
import { Dialog } from '../../design/Dialog.js'
import { DialogButtons } from '../../design/DialogButtons.js'
import { Form } from '../../design/Form.js'
import { useRecord } from '../../record/state/recordContext.js'
import { say } from '../../text/say.js'
import styles from './Dialog.module.css'

/** Who may sign in a role, and whether the record needs it. @see docs/spec.md G1 */
export function AssignDialog({ line, onOpenChange }: { line: Signoff; onOpenChange: (open: boolean) => void }) {
  const { id, session, me } = useRecord()
  const people = useQuery(peopleQuery)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(line.eligible.map((person) => person.id)))
  const [required, setRequired] = useState(line.required)
  const assign = useMutation({
    mutationFn: () => signoffClient.assign(id, line.role, { eligible: [...chosen], required }),
    onSuccess(ledger) {
      session.setLedger(ledger)
      onOpenChange(false)
    },
  })
  const known = people.data?.people ?? []
  const isEligible = (id: string) => line.eligible.some((person) => person.id === id)
  const gone = new Set(known.filter(({ active }) => !active).map(({ id }) => id))
  // Nobody who has left is asked any more; who was asked before can still be taken off.
  const listed = [
    ...known.filter(({ id, active }) => active || isEligible(id)),
    ...line.eligible.filter((person) => known.every((other) => other.id !== person.id)),
  ]
  const nameOf = ({ id, name }: Person) => {
    if (id === me.id) return say(strings.you, { name })
    return gone.has(id) ? say(strings.gone, { name }) : name
  }
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={say(strings.assignTitle, { label: line.label })}
      description={strings.assignText}
    >
      <Form problem={assign.error && sentenceOf(assign.error, strings.assignFailed)} onSubmit={() => assign.mutate()}>
        {people.isPending && <p role="status">{strings.reloading}</p>}
        {people.isError && <p role="alert">{sentenceOf(people.error, strings.peopleFailed)}</p>}
        <fieldset className={styles.fieldset}>
          <legend className="visually-hidden">{strings.people}</legend>
          <div className={styles.people}>
            {listed.map((person) => (
              <Checkbox
                key={person.id}
                checked={chosen.has(person.id)}
                onCheckedChange={(checked) => setChosen(withOne(chosen, person.id, checked))}
              >
                {nameOf(person)}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <Checkbox checked={required} onCheckedChange={setRequired}>
          {strings.required}
        </Checkbox>
        <DialogButtons
          cancel={strings.cancel}
          onCancel={() => onOpenChange(false)}
          submit={assign.isPending ? strings.saving : strings.save}
          busy={assign.isPending}
        />
      </Form>
    </Dialog>
  )
}

function withOne(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const others = [...ids].filter((other) => other !== id)
  return new Set(isIn ? [...others, id] : others)
}
