import { createContext, useContext } from 'react'

/** What the item at hand is called: `Task 2`; empty outside all groups. */
export const ItemNameContext = createContext('')

export function useItemName(): string {
  return useContext(ItemNameContext)
}
