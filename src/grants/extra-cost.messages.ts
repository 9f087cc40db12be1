import { defineMessages } from '../platform/i18n/messages.js';

/** Texts about what comes on top of the price of a session. */
export const extraCostMessages = defineMessages({
  nl: {
    'grants.extra.title': 'Prijs en extra kosten',
    'grants.extra.intro':
      'Komen er kosten bij, zoals zaal of catering? Vul ze in en tel ze mee. Ze worden samen met de prijs vastgelegd.',
    'grants.extra.row': 'Extra kosten {{number}}',
    'grants.extra.kind': 'Soort',
    'grants.extra.kind.price': 'Prijs',
    'grants.extra.kind.venue': 'Zaal',
    'grants.extra.kind.catering': 'Catering',
    'grants.extra.kind.other': 'Anders',
    'grants.extra.description': 'Omschrijving',
    'grants.extra.descriptionHint': 'In een paar woorden. Schrijf niets over personen.',
    'grants.extra.amount': 'Bedrag in euro, inclusief btw',
    'grants.extra.amountHint': 'Zet een min voor het bedrag als de extra kosten lager worden.',
    'grants.extra.amountWrong':
      'Vul een bedrag in dat niet 0 is, bijvoorbeeld 150,00, of -150,00 als het minder wordt.',
    'grants.extra.reason': 'Waarom wordt het anders?',
    'grants.extra.count': 'Tel mee',
    'grants.extra.together': 'Prijs en extra kosten samen',
    'grants.extra.of': 'waarvan extra kosten {{amount}}',
    'grants.extra.caption': 'Waaruit de verplichting bestaat',
    'grants.extra.recorded': 'Vastgelegd',
    'grants.extra.change': 'Wijzig de extra kosten',
    'grants.extra.changeOf': 'Wijzig de extra kosten van {{course}}, {{dates}}',
    'grants.extra.changeTitle': 'Extra kosten wijzigen',
    'grants.extra.changeIntro':
      'Wat er staat, blijft staan. Een wijziging komt erbij, met de reden, en telt mee in de verdeling over de gemeenten.',
    'grants.extra.save': 'Wijziging vastleggen',
    'grants.extra.done': 'De wijziging is vastgelegd.',
    'grants.extra.closed':
      'Deze verplichting is afgerond of de uitvoering gaat niet door. U kunt de extra kosten niet meer wijzigen.',
    'grants.extra.back': 'Terug naar de kosten van de uitvoering',
  },
  en: {
    'grants.extra.title': 'Price and extra costs',
    'grants.extra.intro':
      'Are there costs on top, such as a venue or catering? Fill them in and count them. They are committed together with the price.',
    'grants.extra.row': 'Extra costs {{number}}',
    'grants.extra.kind': 'Kind',
    'grants.extra.kind.price': 'Price',
    'grants.extra.kind.venue': 'Venue',
    'grants.extra.kind.catering': 'Catering',
    'grants.extra.kind.other': 'Other',
    'grants.extra.description': 'Description',
    'grants.extra.descriptionHint': 'In a few words. Write nothing about persons.',
    'grants.extra.amount': 'Amount in euros, including VAT',
    'grants.extra.amountHint': 'Put a minus before the amount when the extra costs become lower.',
    'grants.extra.amountWrong':
      'Fill in an amount that is not 0, for example 150.00, or -150.00 when it becomes less.',
    'grants.extra.reason': 'Why does it change?',
    'grants.extra.count': 'Count these',
    'grants.extra.together': 'Price and extra costs together',
    'grants.extra.of': 'of which extra costs {{amount}}',
    'grants.extra.caption': 'What the commitment is made of',
    'grants.extra.recorded': 'Recorded',
    'grants.extra.change': 'Change the extra costs',
    'grants.extra.changeOf': 'Change the extra costs of {{course}}, {{dates}}',
    'grants.extra.changeTitle': 'Change the extra costs',
    'grants.extra.changeIntro':
      'What stands here stays. A change is added, with the reason, and counts when the cost is shared over the municipalities.',
    'grants.extra.save': 'Record the change',
    'grants.extra.done': 'The change has been recorded.',
    'grants.extra.closed':
      'This commitment is settled or the session was called off. The extra costs cannot be changed any more.',
    'grants.extra.back': 'Back to the cost of the session',
  },
});
