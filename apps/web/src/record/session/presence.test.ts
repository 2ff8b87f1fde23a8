import { expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { createPresence } from './presence.js'

const ada = { id: 'a', name: 'Ada' }
const ben = { id: 'b', name: 'Ben' }

function meet() {
  const mine = new Awareness(new Y.Doc())
  const theirs = new Awareness(new Y.Doc())
  mine.setLocalState({ user: ada, place: null, cursor: null })
  const presence = createPresence(mine, ada)
  const say = (state: Record<string, unknown>) => {
    theirs.setLocalState(state)
    applyAwarenessUpdate(mine, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'socket')
  }
  const leave = () => removeAwarenessStates(mine, [theirs.clientID], 'socket')
  return { mine, presence, say, leave, clientId: theirs.clientID }
}

const caret = (at: number) => ({ anchor: { item: at }, head: { item: at } })

test('somebody else is here, and in a slot, until they go', () => {
  const { presence, say, leave } = meet()
  say({ user: ben, place: '@NAME', cursor: caret(1) })
  expect(presence.people()).toEqual([ben])
  expect(presence.at('@NAME')).toEqual([ben])
  leave()
  expect(presence.people()).toEqual([])
  expect(presence.at('@NAME')).toEqual([])
})

test('[P8] a caret that moves tells its own slot, and nothing that lists people', () => {
  const { presence, say } = meet()
  say({ user: ben, place: '@NAME', cursor: caret(1) })
  const heard: string[] = []
  presence.subscribe(() => heard.push('people'))
  presence.watchCarets('@NAME', () => heard.push('name'))
  presence.watchCarets('@VERSION', () => heard.push('version'))
  const people = presence.people()
  say({ user: ben, place: '@NAME', cursor: caret(2) })
  expect(heard).toEqual(['name'])
  expect(presence.people()).toBe(people)
})

test('somebody who goes to another slot leaves the first', () => {
  const { presence, say } = meet()
  say({ user: ben, place: '@NAME', cursor: caret(1) })
  const heard: string[] = []
  presence.watchCarets('@NAME', () => heard.push('name'))
  presence.watchCarets('@VERSION', () => heard.push('version'))
  say({ user: ben, place: '@VERSION', cursor: caret(1) })
  expect(heard.sort()).toEqual(['name', 'version'])
  expect(presence.carets('@NAME')).toEqual([])
  expect(presence.at('@VERSION')).toEqual([ben])
})

test('one’s own other tab is no other person, but its caret is shown', () => {
  const { presence, say } = meet()
  say({ user: ada, place: '@NAME', cursor: caret(1) })
  expect(presence.people()).toEqual([])
  expect(presence.carets('@NAME')).toHaveLength(1)
})

test('[A6] a state that is no state of a person is not shown', () => {
  const { presence, say } = meet()
  say({ user: { name: 7 }, place: {}, cursor: 'x' })
  expect(presence.people()).toEqual([])
})

test('[S1] a stock client, which says no place, is here all the same', () => {
  const { presence, say, clientId } = meet()
  say({ user: { name: 'Stock', color: '#ffaa00' } })
  expect(presence.people()).toEqual([{ id: String(clientId), name: 'Stock' }])
})

test('saying the same place twice shares it once', () => {
  const { mine, presence } = meet()
  let shared = 0
  mine.on('update', () => {
    shared += 1
  })
  presence.move({ path: '@NAME', ...caret(1) })
  presence.move({ path: '@NAME', ...caret(1) })
  presence.move(null)
  expect(shared).toBe(2)
  expect(mine.getLocalState()).toEqual({ user: ada, place: null, cursor: null })
})
