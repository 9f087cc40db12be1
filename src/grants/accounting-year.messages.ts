import { defineMessages } from '../platform/i18n/messages.js';

/** In which year bookings count, and which were booked after their year was closed. */
export const accountingYearMessages = defineMessages({
  nl: {
    'grants.figure.spent': 'Besteed in {{year}}',
    'grants.figure.cumulative': 'Besteed tot en met {{year}}',
    'grants.figure.correction': 'Correctie over {{before}}',
    'grants.figure.earlierCorrection': 'Correctie over de jaren vóór {{before}}',
    'grants.ledger.countsIn': 'Telt mee in boekjaar',
    'grants.ledger.correctionOver': 'Correctie over',
    'grants.ledger.countsInYear': 'Telt mee in {{year}}',
    'grants.ledger.countsAsCorrection': 'Telt mee in {{year}}, als correctie over {{over}}',
    'grants.ledger.adding': 'U ziet alleen de boekingen die optellen tot ‘{{figure}}’ in de verantwoording.',
    'grants.ledger.backToStatement': 'Terug naar de verantwoording',
    'grants.closedYear.cost':
      '{{over}} is afgesloten. Daarom telt dit mee in {{year}}, als correctie over {{over}}.',
    'grants.closedYear.anyCost':
      'De jaren tot en met {{over}} zijn afgesloten. Kosten met een datum in die jaren tellen mee in {{year}}, als correctie.',
  },
  en: {
    'grants.figure.spent': 'Spent in {{year}}',
    'grants.figure.cumulative': 'Spent up to and including {{year}}',
    'grants.figure.correction': 'Correction over {{before}}',
    'grants.figure.earlierCorrection': 'Correction over the years before {{before}}',
    'grants.ledger.countsIn': 'Counts in accounting year',
    'grants.ledger.correctionOver': 'Correction over',
    'grants.ledger.countsInYear': 'Counts in {{year}}',
    'grants.ledger.countsAsCorrection': 'Counts in {{year}}, as a correction over {{over}}',
    'grants.ledger.adding': 'You see only the bookings that add up to ‘{{figure}}’ in the statement.',
    'grants.ledger.backToStatement': 'Back to the statement',
    'grants.closedYear.cost':
      '{{over}} has been closed. So this counts in {{year}}, as a correction over {{over}}.',
    'grants.closedYear.anyCost':
      'The years up to and including {{over}} have been closed. Costs with a date in those years count in {{year}}, as a correction.',
  },
});
