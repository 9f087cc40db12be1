import { defineMessages } from '../platform/i18n/messages.js';

export const priceListMessages = defineMessages({
  nl: {
    'courses.prices.title': 'Prijzen',
    'courses.prices.lead': 'Wat een uitvoering van ‘{{course}}’ kost.',
    'courses.prices.intro':
      'Een uitvoering kost de prijs die geldt op haar laatste dag. Wat al is vastgelegd, houdt zijn bedrag. Alleen coördinator en financiën zien de prijzen.',
    'courses.prices.vat': 'Btw: {{treatment}}.',
    'courses.prices.caption': 'Prijzen, de nieuwste bovenaan',
    'courses.prices.period': 'Geldt',
    'courses.prices.always': 'altijd',
    'courses.prices.from': 'vanaf {{from}}',
    'courses.prices.until': 'tot en met {{until}}',
    'courses.prices.between': '{{from}} tot en met {{until}}',
    'courses.prices.now': 'geldt nu',
    'courses.prices.noneTitle': 'Er is nog geen prijs',
    'courses.prices.none': 'Voeg hieronder de eerste prijs toe.',
    'courses.prices.noneYet': 'De coördinator voegt de prijzen toe.',
    'courses.prices.new': 'Nieuwe prijs',
    'courses.prices.validFrom': 'Geldt vanaf',
    'courses.prices.validFromHint':
      'De prijs geldt tot de dag van de volgende prijs. Laat leeg voor een prijs die vanaf het begin geldt.',
    'courses.prices.sourceHint': 'Bijvoorbeeld: offerte van 14 januari 2027.',
    'courses.prices.isDemo': 'De prijs is een voorbeeld',
    'courses.prices.add': 'Prijs toevoegen',
    'courses.prices.added': 'De prijs is toegevoegd.',
    'courses.prices.back': 'Terug naar de training',
    'courses.prices.withdraw': 'Haal van de lijst',
    'courses.prices.withdrawn': 'De prijs staat niet meer op de lijst.',
    'courses.prices.toList': 'Bekijk de prijzen',
    'courses.prices.withdrawal.title': 'Een prijs van de lijst halen',
    'courses.prices.withdrawal.what':
      'Wilt u de prijs van ‘{{course}}’ van de lijst halen: {{amount}}, {{period}}? Dit gebeurt er dan:',
    'courses.prices.withdrawal.noSessions': 'Er is geen geplande uitvoering die deze prijs heeft.',
    'courses.prices.withdrawal.sessions_one':
      '1 geplande uitvoering krijgt de prijs die dan op haar laatste dag geldt. Is die er niet, dan kan zij niet doorgaan voordat er een prijs is.',
    'courses.prices.withdrawal.sessions_other':
      '{{count}} geplande uitvoeringen krijgen de prijs die dan op hun laatste dag geldt. Is die er niet, dan kunnen zij niet doorgaan voordat er een prijs is.',
    'courses.prices.withdrawal.kept': 'Uitvoeringen die doorgaan, houden hun bedrag.',
    'courses.prices.withdrawal.submit': 'Haal deze prijs van de lijst',
    'courses.prices.withdrawal.back': 'Terug, niets doen',
  },
  en: {
    'courses.prices.title': 'Prices',
    'courses.prices.lead': 'What a session of ‘{{course}}’ costs.',
    'courses.prices.intro':
      'A session costs the price that holds on its last day. What was committed keeps its amount. Only coordinator and finance see the prices.',
    'courses.prices.vat': 'VAT: {{treatment}}.',
    'courses.prices.caption': 'Prices, the newest first',
    'courses.prices.period': 'Holds',
    'courses.prices.always': 'always',
    'courses.prices.from': 'from {{from}}',
    'courses.prices.until': 'up to and including {{until}}',
    'courses.prices.between': '{{from}} up to and including {{until}}',
    'courses.prices.now': 'holds now',
    'courses.prices.noneTitle': 'There is no price yet',
    'courses.prices.none': 'Add the first price below.',
    'courses.prices.noneYet': 'The coordinator adds the prices.',
    'courses.prices.new': 'New price',
    'courses.prices.validFrom': 'Holds from',
    'courses.prices.validFromHint':
      'The price holds until the day of the next price. Leave empty for a price that holds from the beginning.',
    'courses.prices.sourceHint': 'For example: quotation of 14 January 2027.',
    'courses.prices.isDemo': 'The price is an example',
    'courses.prices.add': 'Add the price',
    'courses.prices.added': 'The price has been added.',
    'courses.prices.back': 'Back to the course',
    'courses.prices.withdraw': 'Take off the list',
    'courses.prices.withdrawn': 'The price is no longer on the list.',
    'courses.prices.toList': 'Look at the prices',
    'courses.prices.withdrawal.title': 'Take a price off the list',
    'courses.prices.withdrawal.what':
      'Do you want to take the price of ‘{{course}}’ off the list: {{amount}}, {{period}}? This happens then:',
    'courses.prices.withdrawal.noSessions': 'No planned session has this price.',
    'courses.prices.withdrawal.sessions_one':
      '1 planned session gets the price that then holds on its last day. If there is none, it cannot go ahead before there is a price.',
    'courses.prices.withdrawal.sessions_other':
      '{{count}} planned sessions get the price that then holds on their last day. If there is none, they cannot go ahead before there is a price.',
    'courses.prices.withdrawal.kept': 'Sessions that go ahead keep their amount.',
    'courses.prices.withdrawal.submit': 'Take this price off the list',
    'courses.prices.withdrawal.back': 'Back, change nothing',
  },
});
