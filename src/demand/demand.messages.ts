import { defineMessages } from '../platform/i18n/messages.js';

export const demandMessages = defineMessages({
  nl: {
    'demand.nav': 'Vraag',
    'demand.overview.title': 'Vraag naar trainingen',
    'demand.overview.intro':
      'Hier ziet u per training, gemeente en functie hoeveel mensen om een training vragen, en hoeveel trainingen de gemeente dit jaar en later nog heeft. Kies een training om er een uitvoering voor te plannen.',
    'demand.overview.introOwn':
      'Hier ziet u per training en functie hoeveel mensen van uw gemeente om een training vragen, en hoeveel trainingen uw gemeente dit jaar en later nog heeft.',
    'demand.overview.honest':
      'Wie wacht of een datum wil horen, kan ook in de peiling van de organisaties zijn meegeteld. Daarom is de vraag per functie het grootste van die twee aantallen, en niet de som.',
    'demand.overview.filter': 'Filteren en sorteren',
    'demand.overview.caption': 'Vraag per training, gemeente en functie',
    'demand.overview.course': 'Training',
    'demand.overview.municipality': 'Gemeente',
    'demand.overview.function': 'Functie',
    'demand.overview.waiting': 'Wacht',
    'demand.overview.interested': 'Wil datum',
    'demand.overview.polled': 'Peiling',
    'demand.overview.demand': 'Vraag',
    'demand.overview.left': 'Toedeling over',
    'demand.overview.demo': 'Toedeling is een voorbeeld',
    'demand.overview.noAllotment': 'geen',
    'demand.overview.allCourses': 'Alle trainingen',
    'demand.overview.allFunctions': 'Alle functies',
    'demand.overview.order': 'Volgorde',
    'demand.order.-demand': 'Meeste vraag eerst',
    'demand.order.course': 'Op training',
    'demand.order.municipality': 'Op gemeente',
    'demand.order.function': 'Op functie',
    'demand.overview.total': 'Totaal',
    'demand.overview.csv': 'Download als CSV-bestand',
    'demand.overview.xlsx': 'Download als Excel-bestand',
    'demand.overview.fileName': 'vraag',
    'demand.overview.emptyTitle': 'Niemand vraagt nu om een training',
    'demand.overview.emptyText':
      'Professionals kunnen op de pagina van een training laten weten dat zij een datum willen horen. De coördinator kan ook organisaties vragen hoeveel mensen een training nodig hebben.',
    'demand.overview.notFoundTitle': 'Hier is geen vraag naar',
    'demand.overview.notFoundText': 'Kies een andere training, gemeente of functie.',
    'demand.overview.clear': 'Toon alle vraag',
    'demand.course.title': 'Vraag naar {{course}}',
    'demand.course.about': 'Bekijk de training',
    'demand.course.plan': 'Plan een uitvoering voor deze vraag',
    'demand.course.caption': 'Vraag per gemeente',
    'demand.course.emptyTitle': 'Niemand vraagt nu om deze training',
    'demand.course.emptyText':
      'Wie op een wachtlijst komt of een datum wil horen, staat hier vanzelf. Wie een plaats krijgt, gaat van deze lijst af.',
    'demand.course.people': 'Wie erom vraagt',
    'demand.course.asks': 'Wat',
    'demand.course.waits': 'Wacht op een plaats',
    'demand.course.since': 'Wil een datum horen sinds {{at}}',
    'demand.course.withdraw': 'Intrekken',
    'demand.course.record': 'Belangstelling van iemand noteren',
    'demand.course.recordHelp':
      'Deze persoon krijgt een mail zodra een uitvoering voor deze vraag open is voor inschrijving. Vul alleen het zakelijke e-mailadres in van een professional uit het register.',
    'demand.course.email': 'E-mailadres van de professional',
    'demand.course.recordButton': 'Noteer belangstelling',
    'demand.answer.title': 'Een uitvoering plannen voor {{course}}',
    'demand.answer.intro':
      'Leerlijn heeft al ingevuld wat uit de vraag volgt: het aantal plaatsen, de betalende gemeente en de gereserveerde plaatsen voor gemeenten die nog een training over hebben. Vul zelf in wanneer, waar en door wie. U kunt alles veranderen.',
    'demand.answer.who': 'Wie een uitnodiging krijgt',
    'demand.answer.invited_one': '1 persoon krijgt één mail met een uitnodiging als de inschrijving opent.',
    'demand.answer.invited_other':
      '{{count}} mensen krijgen elk één mail met een uitnodiging als de inschrijving opent.',
    'demand.answer.nobody': 'Nu krijgt niemand een uitnodiging.',
    'demand.answer.how':
      'Dat zijn mensen die een datum wilden horen of wachten in een volle uitvoering. Zij schrijven zich zelf in, volgens de gewone regels.',
    'demand.answer.notInvited_one':
      '1 ander krijgt geen uitnodiging: die wacht op goedkeuring, of heeft het certificaat dat nodig is nog niet.',
    'demand.answer.notInvited_other':
      '{{count}} anderen krijgen geen uitnodiging: die wachten op goedkeuring, of hebben het certificaat dat nodig is nog niet.',
    'demand.answer.caption': 'Vraag en uitnodigingen per gemeente',
    'demand.answer.gets': 'Krijgt een uitnodiging',
    'demand.answer.openAndInvite_one': 'Plan, open de inschrijving en nodig 1 persoon uit',
    'demand.answer.openAndInvite_other': 'Plan, open de inschrijving en nodig {{count}} mensen uit',
    'demand.answer.open': 'Plan en open de inschrijving',
    'demand.answer.draft': 'Sla op als concept',
    'demand.answer.draftHelp':
      'Slaat u een concept op, dan gaan de uitnodigingen weg zodra u de inschrijving opent.',
    'demand.answer.doneOpened': 'De uitvoering is gepland en open. De uitnodigingen worden nu verstuurd.',
    'demand.answer.doneScheduled':
      'De uitvoering is als concept opgeslagen. De uitnodigingen gaan weg als u de inschrijving opent.',
    'demand.letter.subject': 'Er is een datum voor {{course}}: {{date}}',
    'demand.letter.text':
      'U vroeg om een datum voor ‘{{course}}’, of u wacht op een plaats. Er is nu een nieuwe uitvoering, op {{date}}.',
    'demand.letter.action': 'Bekijk de uitvoering en schrijf u in',
    'demand.letter.seats':
      'U hebt nog geen plaats: schrijf u zelf in. Het aantal plaatsen is beperkt. Is de uitvoering vol, dan komt u op de wachtlijst.',
    'demand.letter.otherList': 'Staat u al op een wachtlijst, dan houdt u die plek tot u zich daar afmeldt.',
    'demand.letter.change': 'Kies deze datum in plaats van de andere',
    'demand.letter.changeDate':
      'U wacht al op een plaats op een andere datum. Bij deze training kunt u maar voor één datum tegelijk een plaats hebben of wachten. Stap daarom over naar deze datum. U hoeft u niet eerst af te melden.',
    'demand.letter.changeSeats':
      'Het aantal plaatsen is beperkt. Is de uitvoering vol, dan komt u daar op de wachtlijst en vervalt uw plek op de andere.',
    'demand.calledOff.text':
      'Wij nodigden u uit voor ‘{{course}}’ op {{date}}. Die uitvoering gaat niet door.',
    'demand.calledOff.stays':
      'U hoeft niets te doen. Wilt u een datum horen van deze training, of wacht u op een plaats? Dan blijft dat zo.',
    'demand.interests.title': 'Trainingen waarvan ik een datum wil horen',
    'demand.interests.intro':
      'U krijgt een mail als er een uitvoering komt voor wie erom vroeg. Hebt u een plaats, dan gaat de training vanzelf van deze lijst af.',
    'demand.interests.since': 'Gevraagd op {{at}}',
    'demand.interests.sessions': 'Kies een datum',
    'demand.interests.find': 'Bekijk de trainingen',
    'demand.interests.emptyTitle': 'U hebt nog niet om een datum gevraagd',
    'demand.interests.emptyText':
      'Staat er geen datum bij een training die u wilt volgen? Laat dat dan weten op de pagina van die training.',
    'demand.done.recorded': 'We laten het u weten als er een datum is.',
    'demand.done.withdrawn': 'U krijgt over deze training geen bericht meer.',
    'demand.done.otherRecorded': 'De belangstelling is genoteerd.',
    'demand.done.otherWithdrawn': 'De belangstelling van {{name}} is ingetrokken.',
  },
  en: {
    'demand.nav': 'Demand',
    'demand.overview.title': 'Demand for courses',
    'demand.overview.intro':
      'Here you see per course, municipality and function how many people ask for a course, and how many trainings the municipality has left this year and later. Choose a course to plan a session for it.',
    'demand.overview.introOwn':
      'Here you see per course and function how many people of your municipality ask for a course, and how many trainings your municipality has left this year and later.',
    'demand.overview.honest':
      'People who wait or want to hear of a date may be counted in the poll of organisations too. So the demand per function is the larger of those two numbers, and not their sum.',
    'demand.overview.filter': 'Filter and sort',
    'demand.overview.caption': 'Demand per course, municipality and function',
    'demand.overview.course': 'Course',
    'demand.overview.municipality': 'Municipality',
    'demand.overview.function': 'Function',
    'demand.overview.waiting': 'Waiting',
    'demand.overview.interested': 'Wants a date',
    'demand.overview.polled': 'Poll',
    'demand.overview.demand': 'Demand',
    'demand.overview.left': 'Allotment left',
    'demand.overview.demo': 'Allotment is an example',
    'demand.overview.noAllotment': 'none',
    'demand.overview.allCourses': 'All courses',
    'demand.overview.allFunctions': 'All functions',
    'demand.overview.order': 'Order',
    'demand.order.-demand': 'Most demand first',
    'demand.order.course': 'By course',
    'demand.order.municipality': 'By municipality',
    'demand.order.function': 'By function',
    'demand.overview.total': 'Total',
    'demand.overview.csv': 'Download as CSV file',
    'demand.overview.xlsx': 'Download as Excel file',
    'demand.overview.fileName': 'demand',
    'demand.overview.emptyTitle': 'Nobody asks for a course now',
    'demand.overview.emptyText':
      'On the page of a course professionals can say that they want to hear of a date. The coordinator can also ask organisations how many people need a course.',
    'demand.overview.notFoundTitle': 'There is no demand for this',
    'demand.overview.notFoundText': 'Choose another course, municipality or function.',
    'demand.overview.clear': 'Show all demand',
    'demand.course.title': 'Demand for {{course}}',
    'demand.course.about': 'See the course',
    'demand.course.plan': 'Plan a session for this demand',
    'demand.course.caption': 'Demand per municipality',
    'demand.course.emptyTitle': 'Nobody asks for this course now',
    'demand.course.emptyText':
      'People who are put on a waiting list or want to hear of a date are shown here by themselves. People who get a seat leave this list.',
    'demand.course.people': 'Who asks for it',
    'demand.course.asks': 'What',
    'demand.course.waits': 'Is waiting for a seat',
    'demand.course.since': 'Wants to hear of a date since {{at}}',
    'demand.course.withdraw': 'Withdraw',
    'demand.course.record': 'Note someone’s interest',
    'demand.course.recordHelp':
      'This person gets a mail as soon as a session for this demand is open for enrolment. Only fill in the work e-mail address of a professional in the register.',
    'demand.course.email': 'E-mail address of the professional',
    'demand.course.recordButton': 'Note interest',
    'demand.answer.title': 'Planning a session for {{course}}',
    'demand.answer.intro':
      'Leerlijn has filled in what follows from the demand: the number of seats, the paying municipality and the reserved seats for municipalities that have a training left. Fill in yourself when, where and by whom. You can change everything.',
    'demand.answer.who': 'Who gets an invitation',
    'demand.answer.invited_one':
      '1 person gets one mail with an invitation when the session opens for enrolment.',
    'demand.answer.invited_other':
      '{{count}} people each get one mail with an invitation when the session opens for enrolment.',
    'demand.answer.nobody': 'Nobody gets an invitation now.',
    'demand.answer.how':
      'These are people who wanted to hear of a date or are waiting in a session that is full. They enrol themselves, by the ordinary rules.',
    'demand.answer.notInvited_one':
      '1 other person gets no invitation: they are waiting for approval, or do not have the certificate that is needed yet.',
    'demand.answer.notInvited_other':
      '{{count}} other people get no invitation: they are waiting for approval, or do not have the certificate that is needed yet.',
    'demand.answer.caption': 'Demand and invitations per municipality',
    'demand.answer.gets': 'Gets an invitation',
    'demand.answer.openAndInvite_one': 'Plan, open for enrolment and invite 1 person',
    'demand.answer.openAndInvite_other': 'Plan, open for enrolment and invite {{count}} people',
    'demand.answer.open': 'Plan and open for enrolment',
    'demand.answer.draft': 'Keep as a draft',
    'demand.answer.draftHelp':
      'If you keep a draft, the invitations are sent as soon as you open it for enrolment.',
    'demand.answer.doneOpened': 'The session is planned and open. The invitations are being sent now.',
    'demand.answer.doneScheduled':
      'The session is kept as a draft. The invitations are sent when you open it for enrolment.',
    'demand.letter.subject': 'There is a date for {{course}}: {{date}}',
    'demand.letter.text':
      'You asked for a date for ‘{{course}}’, or you are waiting for a seat. There is a new session now, on {{date}}.',
    'demand.letter.action': 'See the session and enrol',
    'demand.letter.seats':
      'You have no seat yet: enrol yourself. The number of seats is limited. When the session is full you are put on the waiting list.',
    'demand.letter.otherList':
      'If you are on a waiting list already, you keep that place until you cancel it.',
    'demand.letter.change': 'Choose this date instead of the other',
    'demand.letter.changeDate':
      'You are already waiting for a seat on another date. For this course you can have or await a seat on only one date at a time. So change to this date. You need not cancel first.',
    'demand.letter.changeSeats':
      'The number of seats is limited. When the session is full you go on its waiting list, and lose your place on the other.',
    'demand.calledOff.text': 'We invited you to ‘{{course}}’ on {{date}}. That session is called off.',
    'demand.calledOff.stays':
      'You need not do anything. If you want to hear of a date for this course, or are waiting for a seat, that stays so.',
    'demand.interests.title': 'Courses for which I want to hear of a date',
    'demand.interests.intro':
      'You get a mail when there is a session for those who asked. Once you have a seat, the course leaves this list by itself.',
    'demand.interests.since': 'Asked on {{at}}',
    'demand.interests.sessions': 'Choose a date',
    'demand.interests.find': 'See the courses',
    'demand.interests.emptyTitle': 'You have not asked for a date yet',
    'demand.interests.emptyText':
      'Is there no date for a course you want to follow? Then say so on the page of that course.',
    'demand.done.recorded': 'We will let you know when there is a date.',
    'demand.done.withdrawn': 'You will hear no more about this course.',
    'demand.done.otherRecorded': 'The interest is noted.',
    'demand.done.otherWithdrawn': 'The interest of {{name}} is withdrawn.',
  },
});
