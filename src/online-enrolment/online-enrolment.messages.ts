import { defineMessages } from '../platform/i18n/messages.js';

export const onlineEnrolmentMessages = defineMessages({
  nl: {
    'online-enrolment.list.title': 'Trainingen waarvoor u zich kunt inschrijven',
    'online-enrolment.list.intro':
      'Werkt u in deze regio in de eerste lijn? Dan kunt u zich voor deze trainingen inschrijven. Bij elke training staat voor wie die is. Een account is niet nodig: kies een training en vul uw zakelijke e-mailadres in.',
    'online-enrolment.list.filter': 'Zoeken',
    'online-enrolment.list.search': 'Zoek op training of locatie',
    'online-enrolment.list.region': 'Regio',
    'online-enrolment.list.allRegions': 'Alle regio’s',
    'online-enrolment.list.apply': 'Zoeken',
    'online-enrolment.list.caption': 'Trainingen die open zijn',
    'online-enrolment.list.course': 'Training',
    'online-enrolment.list.when': 'Wanneer en waar',
    'online-enrolment.list.seats': 'Plaatsen',
    'online-enrolment.list.noneTitle': 'Er is nu geen training open',
    'online-enrolment.list.none': 'Kijk later nog eens, of vraag uw gemeentelijk contactpersoon.',
    'online-enrolment.list.noneFoundTitle': 'Niets gevonden',
    'online-enrolment.list.noneFound': 'Zoek met minder woorden, of bekijk alle trainingen.',
    'online-enrolment.list.all': 'Bekijk alle trainingen',
    'online-enrolment.link': 'Bekijk welke trainingen open zijn',
    'online-enrolment.noAccount': 'Nog geen account?',
    'online-enrolment.demo': 'Dit zijn voorbeeldgegevens.',
    'online-enrolment.seats.free_one': 'Nog {{count}} plaats vrij.',
    'online-enrolment.seats.free_other': 'Nog {{count}} plaatsen vrij.',
    'online-enrolment.seats.held':
      'Plaatsen kunnen gereserveerd zijn voor een gemeente, een functie of een organisatie.',
    'online-enrolment.seats.full': 'Vol. U kunt op de wachtlijst.',
    'online-enrolment.seats.waiting_one': 'Vol, {{count}} persoon wacht. U kunt op de wachtlijst.',
    'online-enrolment.seats.waiting_other': 'Vol, {{count}} mensen wachten. U kunt op de wachtlijst.',
    'online-enrolment.session.enrol': 'Schrijf mij in',
    'online-enrolment.session.wait': 'Zet mij op de wachtlijst',
    'online-enrolment.session.emailHelp':
      'We sturen u een mail met een link. Daarmee rondt u de inschrijving af. U hebt geen wachtwoord nodig.',
    'online-enrolment.session.enrolTitle': 'Inschrijven',
    'online-enrolment.session.own': 'Ga verder met uw account',
    'online-enrolment.session.over':
      'U kunt zich niet of niet meer inschrijven voor deze training. Kies een andere training.',
    'online-enrolment.session.facts': 'Goed om te weten',
    'online-enrolment.session.for': 'Voor wie',
    'online-enrolment.session.forAll': 'Iedereen die in de eerste lijn werkt',
    'online-enrolment.session.entry': 'Vooraf',
    'online-enrolment.session.entryLevel': 'Een geldig certificaat van niveau {{level}} of hoger',
    'online-enrolment.session.approval': 'Goedkeuring',
    'online-enrolment.session.approvalNeeded': 'U hebt eerst akkoord nodig van uw gemeente of organisatie',
    'online-enrolment.sent.title': 'Bekijk uw mail',
    'online-enrolment.sent.text':
      'We hebben u een mail gestuurd met een link. Daarmee rondt u de inschrijving voor ‘{{course}}’ af. U kunt de link één keer gebruiken, binnen een uur. U hebt nog geen plaats tot u de inschrijving hebt afgerond.',
    'online-enrolment.sent.notReceived':
      'Geen mail gekregen? Kijk bij ongewenste mail en controleer het adres. U kunt hoogstens drie keer per uur een link vragen.',
    'online-enrolment.sent.again': 'Terug naar de training',
    'online-enrolment.letter.subject': 'Rond uw inschrijving af: {{course}} op {{date}}',
    'online-enrolment.letter.greeting': 'Goedendag,',
    'online-enrolment.letter.text':
      'Met deze link rondt u uw inschrijving af voor de training ‘{{course}}’ op {{date}}. U hebt nog geen plaats.',
    'online-enrolment.letter.action': 'Inschrijving afronden',
    'online-enrolment.letter.once': 'U kunt de link één keer gebruiken, binnen een uur.',
    'online-enrolment.finish.title': 'Inschrijven voor {{course}}',
    'online-enrolment.finish.known': 'U schrijft zich in als {{name}} ({{email}}).',
    'online-enrolment.finish.new':
      'Uw e-mailadres is {{email}}. Vul de rest aan, dan bent u klaar. Met dit adres kunt u daarna ook inloggen.',
    'online-enrolment.finish.name': 'Uw naam',
    'online-enrolment.finish.recognised':
      'We herkennen uw organisatie aan uw e-mailadres. Uw gemeente is die van de organisatie.',
    'online-enrolment.finish.notRecognised':
      'Kies de organisatie waarvoor u werkt. Uw gemeente is die van de organisatie.',
    'online-enrolment.finish.approval':
      'Uw gemeente of organisatie besluit eerst of u mee kunt doen. U krijgt daarvan een mail.',
    'online-enrolment.finish.missingTitle': 'Staat uw organisatie er niet bij?',
    'online-enrolment.finish.missing':
      'Vraag dan iemand van uw gemeente om uw organisatie toe te voegen. Daarna kunt u zich inschrijven.',
  },
  en: {
    'online-enrolment.list.title': 'Courses in which you can enrol',
    'online-enrolment.list.intro':
      'Do you work on the front line in this region? Then you can enrol in these courses. Each course says whom it is for. You need no account: choose a course and fill in your work e-mail address.',
    'online-enrolment.list.filter': 'Search',
    'online-enrolment.list.search': 'Search by course or venue',
    'online-enrolment.list.region': 'Region',
    'online-enrolment.list.allRegions': 'All regions',
    'online-enrolment.list.apply': 'Search',
    'online-enrolment.list.caption': 'Courses that are open',
    'online-enrolment.list.course': 'Course',
    'online-enrolment.list.when': 'When and where',
    'online-enrolment.list.seats': 'Seats',
    'online-enrolment.list.noneTitle': 'No course is open now',
    'online-enrolment.list.none': 'Look again later, or ask your municipal contact.',
    'online-enrolment.list.noneFoundTitle': 'Nothing found',
    'online-enrolment.list.noneFound': 'Search with fewer words, or see all courses.',
    'online-enrolment.list.all': 'See all courses',
    'online-enrolment.link': 'See which courses are open',
    'online-enrolment.noAccount': 'No account yet?',
    'online-enrolment.demo': 'This is example data.',
    'online-enrolment.seats.free_one': '{{count}} seat free.',
    'online-enrolment.seats.free_other': '{{count}} seats free.',
    'online-enrolment.seats.held': 'Seats may be reserved for a municipality, a function or an organisation.',
    'online-enrolment.seats.full': 'Full. You can join the waiting list.',
    'online-enrolment.seats.waiting_one': 'Full, {{count}} person is waiting. You can join the waiting list.',
    'online-enrolment.seats.waiting_other':
      'Full, {{count}} people are waiting. You can join the waiting list.',
    'online-enrolment.session.enrol': 'Enrol me',
    'online-enrolment.session.wait': 'Put me on the waiting list',
    'online-enrolment.session.emailHelp':
      'We send you a mail with a link. With it you complete the enrolment. You need no password.',
    'online-enrolment.session.enrolTitle': 'Enrol',
    'online-enrolment.session.own': 'Continue with your account',
    'online-enrolment.session.over':
      'You cannot, or can no longer, enrol in this course. Choose another course.',
    'online-enrolment.session.facts': 'Good to know',
    'online-enrolment.session.for': 'For whom',
    'online-enrolment.session.forAll': 'Everyone who works on the front line',
    'online-enrolment.session.entry': 'Needed first',
    'online-enrolment.session.entryLevel': 'A valid certificate of level {{level}} or higher',
    'online-enrolment.session.approval': 'Approval',
    'online-enrolment.session.approvalNeeded': 'Your municipality or organisation approves first',
    'online-enrolment.sent.title': 'Check your mail',
    'online-enrolment.sent.text':
      'We have sent you a mail with a link. With it you complete the enrolment in ‘{{course}}’. You can use the link once, within an hour. You have no seat until you have completed the enrolment.',
    'online-enrolment.sent.notReceived':
      'No mail? Look in your junk mail and check the address. You can ask for a link at most three times an hour.',
    'online-enrolment.sent.again': 'Back to the course',
    'online-enrolment.letter.subject': 'Complete your enrolment: {{course}} on {{date}}',
    'online-enrolment.letter.greeting': 'Hello,',
    'online-enrolment.letter.text':
      'With this link you complete your enrolment in the course ‘{{course}}’ on {{date}}. You have no seat yet.',
    'online-enrolment.letter.action': 'Complete the enrolment',
    'online-enrolment.letter.once': 'You can use the link once, within an hour.',
    'online-enrolment.finish.title': 'Enrol in {{course}}',
    'online-enrolment.finish.known': 'You enrol as {{name}} ({{email}}).',
    'online-enrolment.finish.new':
      'Your e-mail address is {{email}}. Fill in the rest and you are done. You can also sign in with this address afterwards.',
    'online-enrolment.finish.name': 'Your name',
    'online-enrolment.finish.recognised':
      'We recognise your organisation by your e-mail address. Your municipality is that of the organisation.',
    'online-enrolment.finish.notRecognised':
      'Choose the organisation that you work for. Your municipality is that of the organisation.',
    'online-enrolment.finish.approval':
      'Your municipality or organisation first decides whether you can take part. You get a mail about it.',
    'online-enrolment.finish.missingTitle': 'Is your organisation not listed?',
    'online-enrolment.finish.missing':
      'Then ask someone of your municipality to add your organisation. After that you can enrol.',
  },
});
