import { defineMessages } from '../platform/i18n/messages.js';

/** Texts about how budgets will stand at the end of their year. */
export const forecastMessages = defineMessages({
  nl: {
    'grants.forecast.title': 'Vooruitblik',
    'grants.forecast.titleOf': 'Vooruitblik {{year}}',
    'grants.forecast.fileName': 'vooruitblik-{{year}}',
    'grants.forecast.intro':
      'Hoe elke begrotingspost er aan het eind van het jaar voor staat. Gepland zijn uitvoeringen waarvan nog niet is besloten dat ze doorgaan, bij de gemeente die betaalt. Verwacht is wat het kost om iedereen op te leiden die om een training vraagt en nog geen plaats heeft. Dat telt in dit jaar zolang er nog een uitvoering gepland kan worden, en daarna in het volgende.',
    'grants.forecast.caption': 'Vooruitblik per begrotingspost en gemeente in {{year}}',
    'grants.forecast.planned': 'Gepland',
    'grants.forecast.sessions_one': '1 uitvoering',
    'grants.forecast.sessions_other': '{{count}} uitvoeringen',
    'grants.forecast.expected': 'Verwacht uit vraag',
    'grants.forecast.forecast': 'Eind van het jaar',
    'grants.forecast.left': 'Blijft over',
    'grants.forecast.useBy': 'Te gebruiken tot en met',
    'grants.forecast.tooLate': '{{date}}: te laat om nog te gebruiken',
    'grants.forecast.short': 'tekort',
    'grants.forecast.hint':
      'Wat overblijft, kan de rijksoverheid terugvragen. Plan dus voor de genoemde dag een uitvoering, doe een bestelling, of laat financiën budget verschuiven.',
    'grants.forecast.toBudget': 'Naar de begroting',
    'grants.forecast.home': 'Blijft dit jaar waarschijnlijk over',
    'grants.forecast.homeNote': 'Bekijk de vooruitblik',
    'grants.forecast.homeLine': 'Er blijft waarschijnlijk {{amount}} over. Te gebruiken tot en met {{date}}.',
  },
  en: {
    'grants.forecast.title': 'Forecast',
    'grants.forecast.titleOf': 'Forecast {{year}}',
    'grants.forecast.fileName': 'forecast-{{year}}',
    'grants.forecast.intro':
      'How each grant line will stand at the end of the year. Planned are sessions of which it has not been decided that they go ahead, with the municipality that pays. Expected is what it costs to train everyone who asks for a course and has no seat yet. That counts in this year as long as a session can still be planned, and then in the next.',
    'grants.forecast.caption': 'Forecast per grant line and municipality in {{year}}',
    'grants.forecast.planned': 'Planned',
    'grants.forecast.sessions_one': '1 session',
    'grants.forecast.sessions_other': '{{count}} sessions',
    'grants.forecast.expected': 'Expected from demand',
    'grants.forecast.forecast': 'End of the year',
    'grants.forecast.left': 'Left over',
    'grants.forecast.useBy': 'To be used by',
    'grants.forecast.tooLate': '{{date}}: too late to use it',
    'grants.forecast.short': 'short',
    'grants.forecast.hint':
      'What is left over may be claimed back by the state. So before the day that is named, plan a session, place an order, or let finance shift budget.',
    'grants.forecast.toBudget': 'To the budget',
    'grants.forecast.home': 'Likely to be left over this year',
    'grants.forecast.homeNote': 'See the forecast',
    'grants.forecast.homeLine': '{{amount}} is likely to be left over. To be used by {{date}}.',
  },
});
