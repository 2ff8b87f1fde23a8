export { assign } from './assign.js'
export { assigneeOf, assigneesOf } from './assignees.js'
export { type Completeness, completeness, type SlotState } from './completeness.js'
export { changesBetween, type Difference, differences, type RecordState, type TextDifference } from './differences.js'
export { assigneeMap, type Problem, rootScope, type Scope, undoScope, unplaced } from './document.js'
export { ReadError, TemplateError, TemplateMismatch } from './errors.js'
export { fillRecord } from './fill.js'
export { isFilled } from './filled.js'
export { fingerprint, fingerprintOf } from './fingerprint.js'
export { implementationRecord } from './implementationRecord.js'
export { itemNames } from './itemNames.js'
export { addItem, type Item, itemsOf, moveItem, removeItem } from './items.js'
export type { LayoutBlock, LayoutGroup, LayoutInline, LayoutListItem } from './layout.js'
export { newerClients } from './newerClients.js'
export type {
  Context,
  Group,
  Line,
  Outline,
  OutlineNode,
  Part,
  SignoffLine,
  Slot,
  SlotForm,
  SlotKind,
} from './outline.js'
export { packTemplate, unpackTemplate } from './packed.js'
export { parseTemplate } from './parse.js'
export { itemPath, slotPath, tickPath } from './paths.js'
export { type PrintOptions, printRecord } from './print.js'
export { MarkdownError } from './prose/errors.js'
export { parseInline } from './prose/inline.js'
export { markdownToProse, parseProse, proseToMarkdown } from './prose/markdown.js'
export { markSpecs, nodeSpecs, type ProseNode } from './prose/schema.js'
export { type ReadResult, readRecord } from './read.js'
export type { Values } from './record.js'
export { fillTitle, recordTemplate, recordTitle, slotFragment } from './recordOf.js'
export { findFragment, sourceOf } from './recordParts.js'
export { type PlacedSlot, placeSlot } from './resolve.js'
export { seedClient, seedRecord } from './seed.js'
export type { Signoff, Signoffs } from './signoffs.js'
export { type HeldItem, type HeldText, type HeldTick, type SlotText, slotTexts } from './slotTexts.js'
export type { Template } from './template.js'
export { setTicked, ticked } from './ticked.js'
export { type Sight, walkRecord } from './walk.js'
export { wordsOf } from './words.js'
