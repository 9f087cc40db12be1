import { defineMessages } from '../platform/i18n/messages.js';

/** Texts about orders: commitments for what is no session. */
export const orderMessages = defineMessages({
  nl: {
    'grants.order.title': 'Bestelling vastleggen',
    'grants.order.intro':
      'Voor wat u bestelt en geen training is, zoals de inzet van een netwerkregisseur. Het bedrag is dan gereserveerd tot de eindfactuur. De prijs van een training wordt vanzelf vastgelegd als de uitvoering doorgaat.',
    'grants.order.description': 'Wat wordt er besteld?',
    'grants.order.descriptionHint':
      'Bijvoorbeeld: netwerkregisseur, eerste halfjaar. Schrijf niets over personen.',
    'grants.order.date': 'Wanneer is het geleverd?',
    'grants.order.dateHint':
      'De dag van de levering, of de laatste dag van de periode. Deze datum valt in het subsidiejaar van de post en bepaalt in welk jaar de kosten tellen.',
    'grants.order.save': 'Bestelling vastleggen',
    'grants.order.done': 'De bestelling is vastgelegd.',
    'grants.order.cancel': 'Bestelling annuleren',
    'grants.order.cancelLabel': 'Annuleer de bestelling van {{order}} bij {{supplier}}',
    'grants.order.cancelTitle': 'Bestelling annuleren',
    'grants.order.lead': '{{order}}, {{supplier}}, {{date}}. {{municipality}} betaalt.',
    'grants.order.becomesFree': 'Komt weer vrij',
    'grants.order.confirmCancel': 'Annuleer de bestelling',
    'grants.order.cancelled': 'De bestelling is geannuleerd. Wat nog open stond, is weer vrij.',
    'grants.order.settled': 'Deze bestelling is al afgerond. U hoeft niets te doen.',
    'grants.order.back': 'Terug naar de verplichtingen',
    'grants.entry.orderCancelled': 'Verplichting vervalt (bestelling geannuleerd)',
  },
  en: {
    'grants.order.title': 'Commit an order',
    'grants.order.intro':
      'For what you order that is no course, such as the work of a network coordinator. The amount is then reserved until the final invoice. The price of a course is committed by itself when the session goes ahead.',
    'grants.order.description': 'What is ordered?',
    'grants.order.descriptionHint':
      'For example: network coordinator, first half of the year. Write nothing about persons.',
    'grants.order.date': 'When will it have been delivered?',
    'grants.order.dateHint':
      'The day of delivery, or the last day of the period. This date is in the grant year of the line and decides in which year the cost counts.',
    'grants.order.save': 'Commit the order',
    'grants.order.done': 'The order has been committed.',
    'grants.order.cancel': 'Cancel the order',
    'grants.order.cancelLabel': 'Cancel the order of {{order}} from {{supplier}}',
    'grants.order.cancelTitle': 'Cancel an order',
    'grants.order.lead': '{{order}}, {{supplier}}, {{date}}. {{municipality}} pays.',
    'grants.order.becomesFree': 'Becomes free again',
    'grants.order.confirmCancel': 'Cancel the order',
    'grants.order.cancelled': 'The order has been cancelled. What was still open is free again.',
    'grants.order.settled': 'This order has been settled already. There is nothing to do.',
    'grants.order.back': 'Back to the commitments',
    'grants.entry.orderCancelled': 'Commitment released (order cancelled)',
  },
});
