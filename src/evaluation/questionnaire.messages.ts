import { defineMessages } from '../platform/i18n/messages.js';

export const questionnaireMessages = defineMessages({
  nl: {
    'evaluation.questionnaires.title': 'Evaluatie',
    'evaluation.questionnaires.intro':
      'Hier bepaalt u wat deelnemers gevraagd wordt. Zij antwoorden anoniem, via een link in een mail.',
    'evaluation.standard.about':
      'Met één druk op de knop vraagt u wat bij elke training past: vooraf, na afloop en drie maanden later. U kunt de vragen daarna aanpassen.',
    'evaluation.standard.take': 'Neem de standaardvragen',
    'evaluation.form.title.before': 'Vragenlijst vooraf',
    'evaluation.form.title.after': 'Vragenlijst na afloop',
    'evaluation.form.title.later': 'Vragenlijst enkele maanden later',
    'evaluation.form.intro.before':
      'Stelt u dezelfde stellingen na afloop, dan ziet u wat de training veranderde.',
    'evaluation.form.intro.after':
      'Stellingen die vooraf precies zo gesteld zijn, laten zien wat de training veranderde.',
    'evaluation.form.intro.later':
      'Stellingen die vooraf precies zo gesteld zijn, laten zien wat er van het geleerde over is.',
    'evaluation.form.change':
      'Wijzigt u de woorden van een vraag, dan is het een nieuwe vraag. Antwoorden op de eerdere vraag blijven daarbij staan.',
    'evaluation.form.warning':
      'Stel geen vragen over personen of casussen. Vraag ook niet naar wat verraadt wie antwoordt, zoals een naam of leeftijd.',
    'evaluation.form.isAsked': 'Stel deze vragen',
    'evaluation.form.daysBefore': 'Hoeveel dagen vooraf',
    'evaluation.form.monthsAfter': 'Hoeveel maanden na de laatste dag',
    'evaluation.form.question': 'Vraag {{number}}',
    'evaluation.form.nl': 'Tekst van vraag {{number}}',
    'evaluation.form.kind': 'Soort van vraag {{number}}',
    'evaluation.form.en': 'Tekst van vraag {{number}} in het Engels',
    'evaluation.form.optionsNl': 'Keuzes bij vraag {{number}}',
    'evaluation.form.optionsHelp':
      'Alleen bij een keuze. Zet elke keuze op een eigen regel, hoogstens negen.',
    'evaluation.form.optionsEn': 'Keuzes bij vraag {{number}} in het Engels',
    'evaluation.form.add': 'Nog een vraag',
    'evaluation.form.save': 'Vragenlijst opslaan',
    'evaluation.form.back': 'Terug zonder opslaan',
    'evaluation.fault.none': 'Stel ten minste één vraag.',
    'evaluation.fault.too-many': 'Stel hoogstens {{most}} vragen.',
    'evaluation.fault.asked-twice': 'Deze vraag staat er al. Haal er één weg.',
    'evaluation.fault.too-few-options': 'Vul ten minste twee keuzes in, elk op een eigen regel.',
    'evaluation.fault.too-many-options': 'Vul hoogstens negen keuzes in.',
    'evaluation.fault.options-differ': 'Vul evenveel keuzes in als in het Nederlands, of geen.',
    'evaluation.fault.same-options': 'Vul elke keuze één keer in.',
    'evaluation.fault.no-choice': 'Alleen een vraag van de soort choice heeft keuzes.',
  },
  en: {
    'evaluation.questionnaires.title': 'Evaluation',
    'evaluation.questionnaires.intro':
      'Here you decide what participants are asked. They answer anonymously, with a link in a mail.',
    'evaluation.standard.about':
      'With one press you ask what suits any course: before, right after and three months later. You can change the questions afterwards.',
    'evaluation.standard.take': 'Take the standard questions',
    'evaluation.form.title.before': 'Questionnaire before the course',
    'evaluation.form.title.after': 'Questionnaire right after the course',
    'evaluation.form.title.later': 'Questionnaire some months later',
    'evaluation.form.intro.before':
      'If you ask the same statements after the course, you see what the course changed.',
    'evaluation.form.intro.after':
      'Statements that were asked before in exactly these words show what the course changed.',
    'evaluation.form.intro.later':
      'Statements that were asked before in exactly these words show what is left of what was learned.',
    'evaluation.form.change':
      'If you change the words of a question, it is a new question. Answers to the earlier one stay with that.',
    'evaluation.form.warning':
      'Ask nothing about persons or cases. And do not ask what tells who is answering, such as a name or age.',
    'evaluation.form.isAsked': 'Ask these questions',
    'evaluation.form.daysBefore': 'How many days before',
    'evaluation.form.monthsAfter': 'How many months after the last day',
    'evaluation.form.question': 'Question {{number}}',
    'evaluation.form.nl': 'Text of question {{number}}',
    'evaluation.form.kind': 'Kind of question {{number}}',
    'evaluation.form.en': 'Text of question {{number}} in English',
    'evaluation.form.optionsNl': 'Choices of question {{number}}',
    'evaluation.form.optionsHelp': 'Only for a choice. Put each choice on a line of its own, at most nine.',
    'evaluation.form.optionsEn': 'Choices of question {{number}} in English',
    'evaluation.form.add': 'One more question',
    'evaluation.form.save': 'Save the questionnaire',
    'evaluation.form.back': 'Back without saving',
    'evaluation.fault.none': 'Ask at least one question.',
    'evaluation.fault.too-many': 'Ask at most {{most}} questions.',
    'evaluation.fault.asked-twice': 'This question is there already. Take one away.',
    'evaluation.fault.too-few-options': 'Fill in at least two choices, each on a line of its own.',
    'evaluation.fault.too-many-options': 'Fill in at most nine choices.',
    'evaluation.fault.options-differ': 'Fill in as many choices as in Dutch, or none.',
    'evaluation.fault.same-options': 'Fill in each choice once.',
    'evaluation.fault.no-choice': 'Only a question of the kind choice has options.',
  },
});
