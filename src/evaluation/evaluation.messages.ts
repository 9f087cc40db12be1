import { defineMessages } from '../platform/i18n/messages.js';

export const evaluationMessages = defineMessages({
  nl: {
    'evaluation.nav': 'Evaluaties',
    'evaluation.text': '{{text}}',
    'evaluation.moment.before': 'Vooraf',
    'evaluation.moment.after': 'Na afloop',
    'evaluation.moment.later': 'Enkele maanden later',
    'evaluation.about.before':
      'Waar staan deelnemers nu? Wie een plaats heeft, krijgt de vragen voor de training begint.',
    'evaluation.about.after':
      'Wat vonden zij ervan, en wat kunnen zij nu? Wie er was, krijgt de vragen in de bedankmail, zodra de uitvoering is afgesloten.',
    'evaluation.about.later': 'Hebben zij het gebruikt? Wie er was, krijgt de vragen enkele maanden later.',
    'evaluation.kind.scale': 'stelling, 1 tot en met 5',
    'evaluation.kind.choice': 'keuze',
    'evaluation.kind.open': 'open vraag',
    'evaluation.questionLine': '{{question}} ({{answers}})',
    'evaluation.status.none': 'nog niet',
    'evaluation.status.asked': 'wordt gevraagd',
    'evaluation.status.stopped': 'wordt niet gevraagd',
    'evaluation.when': 'Wanneer',
    'evaluation.when.before_one': 'vanaf 1 dag vooraf',
    'evaluation.when.before_other': 'vanaf {{count}} dagen vooraf',
    'evaluation.when.after': 'bij het afsluiten',
    'evaluation.when.later_one': '1 maand na de laatste dag',
    'evaluation.when.later_other': '{{count}} maanden na de laatste dag',
    'evaluation.since': 'Sinds',
    'evaluation.change': 'Wijzig de vragen',
    'evaluation.make': 'Maak een vragenlijst',
    'evaluation.toResults': 'Bekijk de resultaten',
    'evaluation.toQuestionnaires': 'Evaluatie van deze training',
    'evaluation.elsewhere':
      'Deelnemers krijgen nu de link naar uw eigen evaluatieformulier. Maakt u hier een vragenlijst voor na afloop, dan krijgen zij die in plaats daarvan.',
    'evaluation.elsewhereNot':
      'Bij deze training staat ook een eigen evaluatieformulier. Deelnemers krijgen dat niet: zij krijgen de vragenlijst van na afloop.',
    'evaluation.done.standard': 'De standaardvragen worden vanaf nu gevraagd.',
    'evaluation.done.saved': 'De vragenlijst is opgeslagen.',
    'evaluation.done.removed': 'De opmerking is verwijderd.',
    'evaluation.answer.title.before': 'Vragen voor de training',
    'evaluation.answer.title.after': 'Wat vond u van de training?',
    'evaluation.answer.title.later': 'Hebt u iets aan de training gehad?',
    'evaluation.answer.intro.before':
      'Met uw antwoorden zien we straks wat de training verandert. Het kost u een minuut.',
    'evaluation.answer.intro.after': 'Met uw antwoorden wordt de training beter. Het kost u een minuut.',
    'evaluation.answer.intro.later':
      'Met uw antwoorden zien we wat mensen in hun werk gebruiken. Het kost u een minuut.',
    'evaluation.answer.anonymous':
      'U antwoordt anoniem: we bewaren niet wie u bent, en laten alleen antwoorden van vijf mensen of meer samen zien.',
    'evaluation.answer.scale': '1 is helemaal niet mee eens, 5 is helemaal mee eens.',
    'evaluation.answer.openWarning':
      'Beschrijf nooit personen of casussen, en zet er geen namen in. Ook niet die van uzelf.',
    'evaluation.answer.send': 'Antwoorden versturen',
    'evaluation.answered.title': 'Dank u wel',
    'evaluation.answered.text':
      'Uw antwoorden zijn meegeteld. De link in de mail werkt nu niet meer. U kunt deze pagina sluiten.',
    'evaluation.letter.action': 'Beantwoord de vragen',
    'evaluation.letter.anonymous':
      'U antwoordt anoniem. De link werkt één keer; niemand ziet wat u hebt geantwoord.',
    'evaluation.before.subject': 'Een paar vragen voor de training {{course}}',
    'evaluation.before.text':
      'Op {{date}} volgt u de training {{course}}. Wilt u vooraf een paar vragen beantwoorden? Het kost een minuut. Na afloop stellen we een deel nog eens. Zo zien we wat de training verandert.',
    'evaluation.beforeReminder.subject': 'Herinnering: een paar vragen voor de training {{course}}',
    'evaluation.beforeReminder.text':
      'Op {{date}} begint de training {{course}}. We vroegen u om vooraf een paar vragen te beantwoorden. Dat kan nog tot de training begint. We herinneren u hier één keer aan.',
    'evaluation.after.subject': 'Dank u wel voor uw deelname aan {{course}}',
    'evaluation.after.text':
      'Dank u wel dat u er was bij de training {{course}}. Wat vond u ervan? Het kost een minuut.',
    'evaluation.later.subject': 'Hebt u iets aan de training {{course}} gehad?',
    'evaluation.later.text':
      'Enkele maanden geleden volgde u de training {{course}}. Hebt u gebruikt wat u leerde? Wilt u daar een paar vragen over beantwoorden? Het kost een minuut.',
    'evaluation.reminder.subject': 'Herinnering: uw mening over de training {{course}}',
    'evaluation.reminder.text':
      'We vroegen u een paar vragen te beantwoorden over de training {{course}}. Dat kan nog. We herinneren u hier één keer aan.',
    'evaluation.tooFew': 'te weinig antwoorden (minder dan vijf)',
    'evaluation.tooFewGroup': 'te weinig antwoorden',
    'evaluation.course': 'Training',
    'evaluation.allCourses': 'Alle trainingen',
    'evaluation.period': 'Halfjaar',
    'evaluation.allPeriods': 'Alle halfjaren',
    'evaluation.group': 'Groep',
    'evaluation.everyone': 'Iedereen',
    'evaluation.groupLabel': '{{kind}}: {{name}}',
    'evaluation.notPer': 'Niet vergelijken',
    'evaluation.noTrainer': 'zonder trainer',
    'evaluation.scale.lowest': '{{value}} (helemaal niet mee eens)',
    'evaluation.scale.highest': '{{value}} (helemaal mee eens)',
  },
  en: {
    'evaluation.nav': 'Evaluations',
    'evaluation.text': '{{text}}',
    'evaluation.moment.before': 'Before',
    'evaluation.moment.after': 'Right after',
    'evaluation.moment.later': 'Some months later',
    'evaluation.about.before':
      'Where do participants stand now? Whoever has a seat gets the questions before the course begins.',
    'evaluation.about.after':
      'What did they think of it, and what can they do now? Whoever came gets the questions with our thanks, once the session is closed.',
    'evaluation.about.later': 'Did they use it? Whoever came gets the questions some months later.',
    'evaluation.kind.scale': 'statement, 1 to 5',
    'evaluation.kind.choice': 'choice',
    'evaluation.kind.open': 'open question',
    'evaluation.questionLine': '{{question}} ({{answers}})',
    'evaluation.status.none': 'not yet',
    'evaluation.status.asked': 'is asked',
    'evaluation.status.stopped': 'is not asked',
    'evaluation.when': 'When',
    'evaluation.when.before_one': 'from 1 day before',
    'evaluation.when.before_other': 'from {{count}} days before',
    'evaluation.when.after': 'when the session is closed',
    'evaluation.when.later_one': '1 month after the last day',
    'evaluation.when.later_other': '{{count}} months after the last day',
    'evaluation.since': 'Since',
    'evaluation.change': 'Change the questions',
    'evaluation.make': 'Make a questionnaire',
    'evaluation.toResults': 'See the results',
    'evaluation.toQuestionnaires': 'Evaluation of this course',
    'evaluation.elsewhere':
      'Participants now get the link to your own evaluation form. If you make a questionnaire for right after the course here, they get that instead.',
    'evaluation.elsewhereNot':
      'This course also has an evaluation form of your own. Participants do not get that: they get the questionnaire of right after the course.',
    'evaluation.done.standard': 'The standard questions are asked from now on.',
    'evaluation.done.saved': 'The questionnaire was saved.',
    'evaluation.done.removed': 'The comment was removed.',
    'evaluation.answer.title.before': 'Questions before the course',
    'evaluation.answer.title.after': 'What did you think of the course?',
    'evaluation.answer.title.later': 'Was the course of use to you?',
    'evaluation.answer.intro.before':
      'With your answers we will see what the course changes. It takes you a minute.',
    'evaluation.answer.intro.after': 'Your answers make the course better. It takes you a minute.',
    'evaluation.answer.intro.later':
      'With your answers we see what people use in their work. It takes you a minute.',
    'evaluation.answer.anonymous':
      'You answer anonymously: we do not keep who you are, and only show answers of five people or more together.',
    'evaluation.answer.scale': '1 is fully disagree, 5 is fully agree.',
    'evaluation.answer.openWarning':
      'Never describe persons or cases, and do not write any names. Not your own either.',
    'evaluation.answer.send': 'Send the answers',
    'evaluation.answered.title': 'Thank you',
    'evaluation.answered.text':
      'Your answers were counted in. The link in the mail does not work any more. You can close this page.',
    'evaluation.letter.action': 'Answer the questions',
    'evaluation.letter.anonymous':
      'You answer anonymously. The link works once; nobody sees what you answered.',
    'evaluation.before.subject': 'A few questions before the course {{course}}',
    'evaluation.before.text':
      'On {{date}} you take the course {{course}}. Will you answer a few questions beforehand? It takes a minute. Afterwards we ask some of them again. So we see what the course changes.',
    'evaluation.beforeReminder.subject': 'Reminder: a few questions before the course {{course}}',
    'evaluation.beforeReminder.text':
      'On {{date}} the course {{course}} begins. We asked you to answer a few questions beforehand. You can do so until the course begins. We remind you once.',
    'evaluation.after.subject': 'Thank you for taking part in {{course}}',
    'evaluation.after.text':
      'Thank you for coming to the course {{course}}. What did you think of it? It takes a minute.',
    'evaluation.later.subject': 'Was the course {{course}} of use to you?',
    'evaluation.later.text':
      'Some months ago you took the course {{course}}. Did you use what you learned? Will you answer a few questions about that? It takes a minute.',
    'evaluation.reminder.subject': 'Reminder: your opinion of the course {{course}}',
    'evaluation.reminder.text':
      'We asked you to answer a few questions about the course {{course}}. You still can. We remind you once.',
    'evaluation.tooFew': 'too few answers (fewer than five)',
    'evaluation.tooFewGroup': 'too few answers',
    'evaluation.course': 'Course',
    'evaluation.allCourses': 'All courses',
    'evaluation.period': 'Half-year',
    'evaluation.allPeriods': 'All half-years',
    'evaluation.group': 'Group',
    'evaluation.everyone': 'Everyone',
    'evaluation.groupLabel': '{{kind}}: {{name}}',
    'evaluation.notPer': 'Do not compare',
    'evaluation.noTrainer': 'without a trainer',
    'evaluation.scale.lowest': '{{value}} (fully disagree)',
    'evaluation.scale.highest': '{{value}} (fully agree)',
  },
});
