import { defineMessages } from '../platform/i18n/messages.js';

/** Texts about what each session and each supplier cost. */
export const spendingMessages = defineMessages({
  nl: {
    'grants.spending.addedUp': 'Bij elkaar opgeteld:',
    'grants.spending.ledger': 'Alle boekingen',
    'grants.spending.sessions.nav': 'Per training',
    'grants.spending.sessions.title': 'Uitgaven per training {{year}}',
    'grants.spending.sessions.intro':
      'Wat er voor elke training is gereserveerd, wat daarvan is uitgegeven en wat nog openstaat. Alle bedragen zijn inclusief btw.',
    'grants.spending.sessions.fileName': 'uitgaven-per-training',
    'grants.spending.suppliers.nav': 'Per leverancier',
    'grants.spending.suppliers.title': 'Uitgaven per leverancier {{year}}',
    'grants.spending.suppliers.intro':
      'Wat elke leverancier heeft gefactureerd en gecrediteerd, apart voor elke soort btw. Alle bedragen zijn inclusief btw.',
    'grants.spending.suppliers.fileName': 'uitgaven-per-leverancier',
    'grants.spending.caption': 'Uitgaven',
    'grants.spending.course': 'Training',
    'grants.spending.invoiceNumbers': 'Facturen en creditnota’s',
    'grants.spending.reserved': 'Gereserveerd',
    'grants.spending.open': 'Nog open',
    'grants.spending.invoices': 'Facturen',
    'grants.spending.creditNotes': 'Creditnota’s',
    'grants.spending.invoiced': 'Gefactureerd',
    'grants.spending.credited': 'Gecrediteerd',
    'grants.spending.shared': 'Verdeeld tussen gemeenten',
    'grants.spending.total': 'Totaal',
    'grants.spending.emptyText': 'Kies een ander jaar of minder filters.',
  },
  en: {
    'grants.spending.addedUp': 'Added up:',
    'grants.spending.ledger': 'All bookings',
    'grants.spending.sessions.nav': 'Per session',
    'grants.spending.sessions.title': 'Spending per session {{year}}',
    'grants.spending.sessions.intro':
      'What was reserved for each session, what was spent of it and what is still open. All amounts include VAT.',
    'grants.spending.sessions.fileName': 'spending-per-session',
    'grants.spending.suppliers.nav': 'Per supplier',
    'grants.spending.suppliers.title': 'Spending per supplier {{year}}',
    'grants.spending.suppliers.intro':
      'What each supplier invoiced and credited, apart for each kind of VAT. All amounts include VAT.',
    'grants.spending.suppliers.fileName': 'spending-per-supplier',
    'grants.spending.caption': 'Spending',
    'grants.spending.course': 'Course',
    'grants.spending.invoiceNumbers': 'Invoices and credit notes',
    'grants.spending.reserved': 'Reserved',
    'grants.spending.open': 'Still open',
    'grants.spending.invoices': 'Invoices',
    'grants.spending.creditNotes': 'Credit notes',
    'grants.spending.invoiced': 'Invoiced',
    'grants.spending.credited': 'Credited',
    'grants.spending.shared': 'Shared between municipalities',
    'grants.spending.total': 'Total',
    'grants.spending.emptyText': 'Choose another year or fewer filters.',
  },
});
