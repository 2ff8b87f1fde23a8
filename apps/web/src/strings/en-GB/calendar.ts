/** The names of days and months, from the calendar's own translations. */
export { enGB as calendarLocale } from 'react-day-picker/locale/en-GB'
