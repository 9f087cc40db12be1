import { defineMessages } from '../platform/i18n/messages.js';

export const administrationMessages = defineMessages({
  nl: {
    'administration.nav.accounts': 'Accounts',
    'administration.nav.apiKeys': 'API-sleutels',
    'administration.nav.auditTrail': 'Logboek',
    'administration.nav.jobs': 'Taken',
    'administration.api.title': 'API',
    'administration.api.lead':
      'Met de API werkt een ander systeem met Leerlijn: dezelfde gegevens en dezelfde stappen als op het scherm.',
    'administration.api.keyTitle': 'Zo krijgt u toegang',
    'administration.api.key':
      'Vraag de beheerder van uw regio om een sleutel. De sleutel hoort bij een account en mag en ziet wat dat account mag en ziet. Stuur hem bij elk verzoek mee:',
    'administration.api.habits':
      'Lijsten zijn verdeeld in pagina’s: vraag met page en pageSize de volgende, of volg _links. Datums zijn JJJJ-MM-DD, tijdstippen staan in UTC, bedragen zijn hele eurocenten. Stuur bij een POST een Idempotency-Key mee: dan gebeurt een herhaald verzoek maar één keer.',
    'administration.api.document': 'Het OpenAPI-document (JSON)',
    'administration.api.resources': 'Onderdelen',
    'administration.api.inputs': 'Dit stuurt u mee bij {{call}}',
    'administration.api.answer': 'Dit krijgt u terug van {{call}} (status {{status}})',
    'administration.api.name': 'Naam',
    'administration.api.type': 'Soort',
    'administration.api.needed': 'Nodig',
    'administration.api.meaning': 'Betekenis',
    'administration.api.required': 'ja',
    'administration.api.optional': 'nee',
  },
  en: {
    'administration.nav.accounts': 'Accounts',
    'administration.nav.apiKeys': 'API keys',
    'administration.nav.auditTrail': 'Audit trail',
    'administration.nav.jobs': 'Jobs',
    'administration.api.title': 'API',
    'administration.api.lead':
      'Through the API another system works with Leerlijn: the same data and the same steps as on the screen.',
    'administration.api.keyTitle': 'How to get access',
    'administration.api.key':
      'Ask the administrator of your region for a key. The key belongs to an account, and may do and see what that account may. Send it with every request:',
    'administration.api.habits':
      'Lists come in pages: ask for the next with page and pageSize, or follow _links. Dates are YYYY-MM-DD, moments are in UTC, amounts are whole euro cents. Send an Idempotency-Key with a POST: then a request that is repeated is carried out once.',
    'administration.api.document': 'The OpenAPI document (JSON)',
    'administration.api.resources': 'Resources',
    'administration.api.inputs': 'What you send with {{call}}',
    'administration.api.answer': 'What {{call}} answers (status {{status}})',
    'administration.api.name': 'Name',
    'administration.api.type': 'Kind',
    'administration.api.needed': 'Needed',
    'administration.api.meaning': 'Meaning',
    'administration.api.required': 'yes',
    'administration.api.optional': 'no',
  },
});
