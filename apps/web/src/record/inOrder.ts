import { createElement, Fragment, type ReactNode } from 'react'

/** Shows things that are known by nothing but their place: the same place stays the same element. */
export function inOrder<T>(things: readonly T[], show: (thing: T, index: number) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...things.map(show))
}
