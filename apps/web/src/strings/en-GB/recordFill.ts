/** The words that help to fill a slot. Durations, states and `notApplicable` are written into the record. */
export const fillStrings = {
  help: 'Help with {label}',
  offered: 'Offered: {label}. {keys} takes it.',
  todayIs: 'Today, {date}',
  me: 'Me, {name}',
  between: '{duration}, from {start} to {end}',
  open: 'Open the link',
  notApplicable: 'Not applicable, because ',
  notApplicableLabel: 'Not applicable…',
  sayWhy: 'Now say why.',

  assign: 'Assign',
  thisSlot: 'This slot',

  calendar: 'Choose a day',
  dayFor: 'Day for {label}',
  today: 'Today',
  close: 'Close',
  monthBefore: 'The month before',
  monthAfter: 'The month after',

  days: { one: '{count} day', other: '{count} days' },
  weeks: { one: '{count} week', other: '{count} weeks' },
  months: { one: '{count} month', other: '{count} months' },

  hintDate: 'A day, such as {example}',
  hintNoSuchDay: 'There is no such day',
  hintLink: 'Not a link yet: a web address, or a path in the repository',
  hintDuration: 'A duration, such as 6 weeks',
  hintPercent: '0–100 %',
  hintPercentRange: 'Not between 0 and 100 %',
  hintCount: 'A number',

  statuses: ['Not started', 'In progress', 'Blocked', 'Completed'],

  toFill: '{count} to fill',
  nextEmpty: 'Next empty slot, {count} to fill',
  nextEmptyTip: 'Next empty slot',

  nothingEmpty: 'Nothing is left to fill.',
  nothingMineEmpty: 'Nothing of yours is left to fill.',
} as const
