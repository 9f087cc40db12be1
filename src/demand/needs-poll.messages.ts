import { defineMessages } from '../platform/i18n/messages.js';

export const needsPollMessages = defineMessages({
  nl: {
    'demand.polls.title': 'Behoeftepeilingen',
    'demand.polls.new': 'Een behoeftepeiling versturen',
    'demand.polls.intro':
      'Met een behoeftepeiling vraagt de coördinator organisaties hoeveel mensen per functie een training nodig hebben. De aantallen tellen mee in de vraag naar trainingen.',
    'demand.polls.emptyTitle': 'Er is nog geen behoeftepeiling',
    'demand.polls.emptyText':
      'Verstuur een peiling. Elke organisatie krijgt één mail met een link, en antwoordt zonder in te loggen.',
    'demand.polls.emptyTextOthers':
      'Zodra de coördinator een peiling stuurt aan organisaties in uw gemeente, staat die hier.',
    'demand.poll.intro':
      'Elke organisatie krijgt één mail. Met de link in die mail antwoordt de contactpersoon zonder in te loggen. U ziet eerst hoeveel mails er gaan, en naar welke gemeenten.',
    'demand.poll.title': 'Titel',
    'demand.poll.titleHelp': 'Dit lezen de organisaties. Schrijf niets over personen of casussen.',
    'demand.poll.closesOn': 'Antwoorden tot en met',
    'demand.poll.remindDays': 'Hoeveel dagen van tevoren gaat er een herinnering?',
    'demand.poll.remindDaysHelp':
      'Wie dan nog niet heeft geantwoord, krijgt één herinnering. Vult u niets in, dan gaat er geen herinnering.',
    'demand.poll.countsUntil': 'Aantallen tellen mee tot en met',
    'demand.poll.countsUntilHelp':
      'Volgt iemand intussen een training, dan blijft die toch meetellen. Vult u niets in, dan tellen de aantallen mee tot een jaar na het sluiten.',
    'demand.poll.courses': 'Trainingen',
    'demand.poll.municipalities': 'Gemeenten',
    'demand.poll.municipalitiesHelp': 'Alle organisaties van deze gemeenten krijgen een mail.',
    'demand.poll.chooseOrganisations': 'Of kies zelf organisaties',
    'demand.poll.organisations': 'Deze organisaties krijgen ook een mail',
    'demand.poll.noCourses': 'Er zijn nog geen trainingen om naar te vragen. Voeg eerst een training toe.',
    'demand.poll.preview': 'Toon hoeveel mails er gaan',
    'demand.poll.letters_one': 'Er gaat 1 mail weg als u op versturen drukt.',
    'demand.poll.letters_other': 'Er gaan {{count}} mails weg als u op versturen drukt.',
    'demand.poll.previewHelp':
      'Elke organisatie krijgt één mail, aan de contactpersoon uit het register. Daarna kunt u de peiling niet meer wijzigen.',
    'demand.poll.lettersCaption': 'Mails per gemeente',
    'demand.poll.lettersColumn': 'Mails',
    'demand.poll.noLettersTitle': 'Met deze keuze krijgt niemand een mail',
    'demand.poll.noLettersText': 'Kies een gemeente met organisaties, of kies zelf organisaties.',
    'demand.poll.send': 'Verstuur de mails',
    'demand.poll.edit': 'Wijzig de peiling',
    'demand.poll.sent': 'De peiling is gemaakt. De mails worden nu verstuurd.',
    'demand.poll.reminder': 'Herinnering',
    'demand.poll.noReminder': 'geen',
    'demand.poll.sentAt': 'Verstuurd op',
    'demand.poll.open': 'open',
    'demand.poll.closed': 'gesloten',
    'demand.poll.answeredOf_one': 'Antwoord van {{answered}} van 1 organisatie.',
    'demand.poll.answeredOf_other': 'Antwoord van {{answered}} van de {{count}} organisaties.',
    'demand.poll.organisationsTitle': 'Organisaties',
    'demand.poll.organisation': 'Organisatie',
    'demand.poll.contact': 'Contactpersoon',
    'demand.poll.show': 'Antwoord',
    'demand.poll.showAll': 'Alle organisaties',
    'demand.poll.answered.yes': 'heeft geantwoord',
    'demand.poll.answered.no': 'nog geen antwoord',
    'demand.poll.reminded': 'Herinnerd op {{at}}',
    'demand.poll.people': 'Mensen',
    'demand.poll.noneTitle': 'Geen organisaties',
    'demand.poll.noneText': 'Kies bij Antwoord iets anders om meer organisaties te zien.',
    'demand.poll.toDemand': 'Bekijk de vraag naar trainingen',
    'demand.poll.fileName': 'peiling',
    'demand.poll.fault.closed': 'Kies vandaag of een latere dag.',
    'demand.poll.fault.countsTooShort': 'Kies een dag die niet vóór het sluiten van de peiling ligt.',
    'demand.poll.fault.unknown': 'Een van deze keuzes is er niet meer. Kies opnieuw.',
    'demand.poll.fault.notAsked':
      'Naar deze functie bij deze training is niet gevraagd, of het aantal staat er twee keer. Noem elke gevraagde functie hooguit één keer.',
    'demand.poll.letter.subject': '{{title}}: hoeveel mensen hebben een training nodig?',
    'demand.poll.letter.reminderSubject': 'Herinnering: {{title}}',
    'demand.poll.letter.text':
      'Wij willen weten hoeveel mensen van {{organisation}} een training nodig hebben over het herkennen van en omgaan met radicalisering. Met uw antwoord kunnen wij genoeg trainingen plannen.',
    'demand.poll.letter.reminder':
      'Wij vroegen u hoeveel mensen van {{organisation}} een training nodig hebben. Wij hebben nog geen antwoord. U kunt antwoorden tot en met {{until}}.',
    'demand.poll.letter.numbers':
      'Vul per training en functie alleen een aantal in. Noem geen namen, en schrijf niets over personen of casussen. Heeft niemand een training nodig? Laat dan alles leeg en verstuur het antwoord.',
    'demand.poll.letter.action': 'Vul de aantallen in',
    'demand.poll.letter.closing':
      'U hoeft niet in te loggen. De link werkt tot en met {{until}}. Tot dan kunt u uw antwoord ook wijzigen. Stuur deze mail alleen door aan wie voor uw organisatie mag antwoorden.',
    'demand.poll.answer.intro.organisation':
      'Hoeveel mensen van uw organisatie hebben deze trainingen nodig? Wat u leeg laat, telt als niemand.',
    'demand.poll.answer.intro.coordinator':
      'Vul in hoeveel mensen van deze organisatie de trainingen nodig hebben, zoals de organisatie het u vertelde. Wat u leeg laat, telt als niemand.',
    'demand.poll.answer.onlyNumbers':
      'Vul alleen aantallen in: geen namen, en niets over personen of casussen.',
    'demand.poll.answer.until.organisation':
      'U kunt antwoorden en uw antwoord wijzigen tot en met {{until}}.',
    'demand.poll.answer.until.coordinator':
      'U kunt het antwoord invullen en wijzigen tot en met {{until}}. De organisatie kan dat tot dan ook zelf, met de link in de mail. Wat het laatst is opgeslagen, telt.',
    'demand.poll.answer.before.organisation':
      'U antwoordde op {{at}}. Hieronder staat uw antwoord. U kunt het wijzigen.',
    'demand.poll.answer.before.coordinator':
      'Er is een antwoord van {{at}}. Het staat hieronder. Wat u opslaat, komt ervoor in de plaats.',
    'demand.poll.answer.people': 'Aantal mensen met de functie {{function}}',
    'demand.poll.answer.send.organisation': 'Verstuur het antwoord',
    'demand.poll.answer.send.coordinator': 'Sla het antwoord op',
    'demand.poll.answer.fillIn': 'Vul het antwoord in',
    'demand.poll.answer.forTitle': 'Antwoord van {{organisation}}',
    'demand.poll.answer.keptFor': 'Het antwoord van {{organisation}} is opgeslagen.',
    'demand.poll.answer.doneTitle': 'Bedankt voor uw antwoord',
    'demand.poll.answer.kept_one': 'Uw antwoord is opgeslagen: 1 persoon heeft een training nodig.',
    'demand.poll.answer.kept_other':
      'Uw antwoord is opgeslagen: bij elkaar {{count}} plaatsen in trainingen.',
    'demand.poll.answer.nobody': 'Uw antwoord is opgeslagen: niemand heeft nu een training nodig.',
    'demand.poll.answer.change': 'U kunt uw antwoord wijzigen tot en met {{until}}.',
    'demand.poll.answer.changeLink': 'Wijzig het antwoord',
  },
  en: {
    'demand.polls.title': 'Needs polls',
    'demand.polls.new': 'Send a needs poll',
    'demand.polls.intro':
      'With a needs poll the coordinator asks organisations how many people per function need a course. The numbers count in the demand for courses.',
    'demand.polls.emptyTitle': 'There is no needs poll yet',
    'demand.polls.emptyText':
      'Send a poll. Each organisation gets one mail with a link, and answers without signing in.',
    'demand.polls.emptyTextOthers':
      'Once the coordinator sends a poll to organisations in your municipality, it is shown here.',
    'demand.poll.intro':
      'Each organisation gets one mail. With the link in that mail the contact answers without signing in. You first see how many mails will go, and to which municipalities.',
    'demand.poll.title': 'Title',
    'demand.poll.titleHelp': 'The organisations read this. Write nothing about persons or cases.',
    'demand.poll.closesOn': 'Answers until',
    'demand.poll.remindDays': 'How many days before does a reminder go?',
    'demand.poll.remindDaysHelp':
      'Whoever has not answered by then gets one reminder. Left empty, no reminder goes.',
    'demand.poll.countsUntil': 'Numbers count until',
    'demand.poll.countsUntilHelp':
      'Someone who follows a course meanwhile is still counted. Left empty, the numbers count until a year after closing.',
    'demand.poll.courses': 'Courses',
    'demand.poll.municipalities': 'Municipalities',
    'demand.poll.municipalitiesHelp': 'All organisations of these municipalities get a mail.',
    'demand.poll.chooseOrganisations': 'Or choose organisations yourself',
    'demand.poll.organisations': 'These organisations get a mail too',
    'demand.poll.noCourses': 'There are no courses to ask about yet. Add a course first.',
    'demand.poll.preview': 'Show how many mails will go',
    'demand.poll.letters_one': '1 mail will go when you press send.',
    'demand.poll.letters_other': '{{count}} mails will go when you press send.',
    'demand.poll.previewHelp':
      'Each organisation gets one mail, to the contact in the register. After that you cannot change the poll.',
    'demand.poll.lettersCaption': 'Mails per municipality',
    'demand.poll.lettersColumn': 'Mails',
    'demand.poll.noLettersTitle': 'With this choice nobody gets a mail',
    'demand.poll.noLettersText':
      'Choose a municipality with organisations, or choose organisations yourself.',
    'demand.poll.send': 'Send the mails',
    'demand.poll.edit': 'Change the poll',
    'demand.poll.sent': 'The poll is made. The mails are being sent now.',
    'demand.poll.reminder': 'Reminder',
    'demand.poll.noReminder': 'none',
    'demand.poll.sentAt': 'Sent on',
    'demand.poll.open': 'open',
    'demand.poll.closed': 'closed',
    'demand.poll.answeredOf_one': 'Answers from {{answered}} of 1 organisation.',
    'demand.poll.answeredOf_other': 'Answers from {{answered}} of {{count}} organisations.',
    'demand.poll.organisationsTitle': 'Organisations',
    'demand.poll.organisation': 'Organisation',
    'demand.poll.contact': 'Contact',
    'demand.poll.show': 'Answer',
    'demand.poll.showAll': 'All organisations',
    'demand.poll.answered.yes': 'has answered',
    'demand.poll.answered.no': 'no answer yet',
    'demand.poll.reminded': 'Reminded on {{at}}',
    'demand.poll.people': 'People',
    'demand.poll.noneTitle': 'No organisations',
    'demand.poll.noneText': 'Choose something else at Answer to see more organisations.',
    'demand.poll.toDemand': 'See the demand for courses',
    'demand.poll.fileName': 'poll',
    'demand.poll.fault.closed': 'Choose today or a later day.',
    'demand.poll.fault.countsTooShort': 'Choose a day that is not before the poll closes.',
    'demand.poll.fault.unknown': 'One of these choices is no longer there. Choose again.',
    'demand.poll.fault.notAsked':
      'This function was not asked about for this course, or its number is there twice. Name each function that was asked about at most once.',
    'demand.poll.letter.subject': '{{title}}: how many people need a course?',
    'demand.poll.letter.reminderSubject': 'Reminder: {{title}}',
    'demand.poll.letter.text':
      'We would like to know how many people of {{organisation}} need a course about recognising and handling radicalisation. Your answer helps us to plan enough courses.',
    'demand.poll.letter.reminder':
      'We asked you how many people of {{organisation}} need a course. We have no answer yet. You can answer until {{until}}.',
    'demand.poll.letter.numbers':
      'Only fill in a number per course and function. Give no names, and write nothing about persons or cases. Does nobody need a course? Then leave everything empty and send the answer.',
    'demand.poll.letter.action': 'Fill in the numbers',
    'demand.poll.letter.closing':
      'You need not sign in. The link works until {{until}}. Until then you can also change your answer. Only forward this mail to someone who may answer for your organisation.',
    'demand.poll.answer.intro.organisation':
      'How many people of your organisation need these courses? What you leave empty counts as nobody.',
    'demand.poll.answer.intro.coordinator':
      'Fill in how many people of this organisation need the courses, as the organisation told you. What you leave empty counts as nobody.',
    'demand.poll.answer.onlyNumbers': 'Only fill in numbers: no names, and nothing about persons or cases.',
    'demand.poll.answer.until.organisation': 'You can answer, and change your answer, until {{until}}.',
    'demand.poll.answer.until.coordinator':
      'You can fill in and change the answer until {{until}}. Until then the organisation can do so too, with the link in the mail. What is saved last counts.',
    'demand.poll.answer.before.organisation':
      'You answered on {{at}}. Your answer is shown below. You can change it.',
    'demand.poll.answer.before.coordinator':
      'There is an answer of {{at}}. It is shown below. What you save replaces it.',
    'demand.poll.answer.people': 'Number of people with the function {{function}}',
    'demand.poll.answer.send.organisation': 'Send the answer',
    'demand.poll.answer.send.coordinator': 'Save the answer',
    'demand.poll.answer.fillIn': 'Fill in the answer',
    'demand.poll.answer.forTitle': 'Answer of {{organisation}}',
    'demand.poll.answer.keptFor': 'The answer of {{organisation}} is saved.',
    'demand.poll.answer.doneTitle': 'Thank you for your answer',
    'demand.poll.answer.kept_one': 'Your answer is kept: 1 person needs a course.',
    'demand.poll.answer.kept_other': 'Your answer is kept: {{count}} places in courses altogether.',
    'demand.poll.answer.nobody': 'Your answer is kept: nobody needs a course now.',
    'demand.poll.answer.change': 'You can change your answer until {{until}}.',
    'demand.poll.answer.changeLink': 'Change the answer',
  },
});
