import { defineMessages } from '../platform/i18n/messages.js';

export const wishesMessages = defineMessages({
  nl: {
    'enrolment.wishes.title': 'Wensen van deelnemers',
    'enrolment.wishes.ownTitle': 'Mijn wensen',
    'enrolment.wishes.enrolTitle': 'Inschrijven',
    'enrolment.wishes.dietary': 'Dieetwensen',
    'enrolment.wishes.dietaryHelp':
      'Bijvoorbeeld: geen noten, of vegetarisch. Hoogstens 300 tekens. Schrijf niets over personen of casussen uit uw werk.',
    'enrolment.wishes.accessibility': 'Wat u nodig hebt om mee te doen',
    'enrolment.wishes.accessibilityHelp':
      'Bijvoorbeeld: een plaats voor een rolstoel, of grote letters. Hoogstens 300 tekens. Schrijf niets over personen of casussen uit uw werk.',
    'enrolment.wishes.who':
      'Alleen de coördinator en de trainer van deze training zien uw wensen. We verwijderen ze kort na de training, en meteen als u zich afmeldt. Kiest u een andere datum, dan gaan ze mee als we daar ook naar vragen.',
    'enrolment.wishes.ownIntro':
      'U kunt uw wensen wijzigen tot de training begint. Maak een veld leeg om de wens te verwijderen.',
    'enrolment.wishes.notAsked': 'Bij deze training vragen we niet naar wensen. U hoeft niets te doen.',
    'enrolment.wishes.save': 'Wensen bewaren',
    'enrolment.wishes.back': 'Niets wijzigen',
    'enrolment.wishes.notNow': 'Niet inschrijven',
    'enrolment.wishes.saved': 'Uw wensen zijn opgeslagen.',
    'enrolment.wishes.own': 'Wensen doorgeven',
    'enrolment.wishes.intro':
      'Dit kunnen gegevens over gezondheid zijn. Gebruik ze alleen om deze training te regelen en gooi een afdruk daarna weg. Wie nog op een plaats wacht, staat er niet bij.',
    'enrolment.wishes.dietaryCount_one': '{{count}} deelnemer met een dieetwens',
    'enrolment.wishes.dietaryCount_other': '{{count}} deelnemers met een dieetwens',
    'enrolment.wishes.accessibilityCount_one': '{{count}} deelnemer die iets nodig heeft om mee te doen',
    'enrolment.wishes.accessibilityCount_other': '{{count}} deelnemers die iets nodig hebben om mee te doen',
    'enrolment.wishes.name': 'Naam',
    'enrolment.wishes.needs': 'Nodig om mee te doen',
    'enrolment.wishes.caption': 'Wensen per deelnemer',
    'enrolment.wishes.noneTitle': 'Nog geen wensen',
    'enrolment.wishes.none': 'Niemand met een plaats heeft een wens doorgegeven. U hoeft niets te doen.',
    'enrolment.wishes.offTitle': 'Deze training vraagt niet naar wensen',
    'enrolment.wishes.off':
      'Is er bijvoorbeeld een lunch? Dan kan de coördinator op deze pagina aanvinken naar welke wensen we vragen.',
    'enrolment.wishes.settings': 'Wat vraagt u aan deelnemers?',
    'enrolment.wishes.settingsHelp':
      'Vraag alleen wat voor deze training nodig is. Haalt u een vinkje weg, dan verwijderen we wat mensen daar al hebben ingevuld.',
    'enrolment.wishes.asksDietary': 'Vraag naar dieetwensen',
    'enrolment.wishes.asksAccessibility': 'Vraag wat mensen nodig hebben om mee te doen',
    'enrolment.wishes.settingsSave': 'Vragen bewaren',
    'enrolment.wishes.settingsSaved': 'Opgeslagen. Dit vragen we nu aan wie zich inschrijft.',
  },
  en: {
    'enrolment.wishes.title': 'Wishes of participants',
    'enrolment.wishes.ownTitle': 'My wishes',
    'enrolment.wishes.enrolTitle': 'Enrol',
    'enrolment.wishes.dietary': 'Dietary wishes',
    'enrolment.wishes.dietaryHelp':
      'For example: no nuts, or vegetarian. At most 300 characters. Write nothing about persons or cases from your work.',
    'enrolment.wishes.accessibility': 'What you need to take part',
    'enrolment.wishes.accessibilityHelp':
      'For example: a place for a wheelchair, or large print. At most 300 characters. Write nothing about persons or cases from your work.',
    'enrolment.wishes.who':
      'Only the coordinator and the trainer of this course see your wishes. We delete them shortly after the course, and at once when you cancel. If you choose another date, they go along where we ask for them there too.',
    'enrolment.wishes.ownIntro':
      'You can change your wishes until the course begins. Empty a field to delete the wish.',
    'enrolment.wishes.notAsked': 'This course does not ask for wishes. You need not do anything.',
    'enrolment.wishes.save': 'Save wishes',
    'enrolment.wishes.back': 'Change nothing',
    'enrolment.wishes.notNow': 'Do not enrol',
    'enrolment.wishes.saved': 'Your wishes have been saved.',
    'enrolment.wishes.own': 'Pass on wishes',
    'enrolment.wishes.intro':
      'This may be about people’s health. Use it only to arrange this course, and throw a print away afterwards. People who still wait for a seat are not listed.',
    'enrolment.wishes.dietaryCount_one': '{{count}} participant with a dietary wish',
    'enrolment.wishes.dietaryCount_other': '{{count}} participants with a dietary wish',
    'enrolment.wishes.accessibilityCount_one': '{{count}} participant who needs something to take part',
    'enrolment.wishes.accessibilityCount_other': '{{count}} participants who need something to take part',
    'enrolment.wishes.name': 'Name',
    'enrolment.wishes.needs': 'Needed to take part',
    'enrolment.wishes.caption': 'Wishes per participant',
    'enrolment.wishes.noneTitle': 'No wishes yet',
    'enrolment.wishes.none': 'Nobody with a seat has passed on a wish. You need not do anything.',
    'enrolment.wishes.offTitle': 'This course does not ask for wishes',
    'enrolment.wishes.off':
      'Is there a lunch, for example? Then the coordinator can tick on this page which wishes we ask for.',
    'enrolment.wishes.settings': 'What do you ask participants?',
    'enrolment.wishes.settingsHelp':
      'Ask only what this course needs. If you untick something, we delete what people have already filled in there.',
    'enrolment.wishes.asksDietary': 'Ask for dietary wishes',
    'enrolment.wishes.asksAccessibility': 'Ask what people need to take part',
    'enrolment.wishes.settingsSave': 'Save questions',
    'enrolment.wishes.settingsSaved': 'Saved. This is what we now ask people who enrol.',
  },
});
