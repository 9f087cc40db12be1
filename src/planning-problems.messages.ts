import { defineMessages } from './platform/i18n/messages.js';

/** Of problems with planning, the register and mail what happened (title) and what to do next (advice). */
export const planningProblemMessages = defineMessages({
  nl: {
    'problem.address-has-account.title': 'Dit adres heeft al een account',
    'problem.address-has-account.advice':
      'Bij één e-mailadres hoort één account, ook als dat gesloten is. Gebruik een ander adres.',
    'problem.session-without-organisation.title': 'Voor welke organisatie is deze uitvoering?',
    'problem.session-without-organisation.advice':
      'De training is in-company. Kies bij ‘Plaatsen wijzigen’ eerst voor welke organisatie deze uitvoering is. Open daarna de inschrijving.',
    'problem.message-holds-secret.title': 'Deze mail kan niet opnieuw worden verstuurd',
    'problem.message-holds-secret.advice':
      'In deze mail staat een link waarmee iemand inlogt of iets beslist. Zo’n link sturen wij één keer. Is er een nieuwe nodig? Laat de persoon die zelf aanvragen of inloggen.',
    'problem.message-waits.title': 'Deze mail wacht nog op verzending',
    'problem.message-waits.advice':
      'De mail, of de herhaling ervan, is nog niet weg. Wij proberen het vanzelf opnieuw. U hoeft niets te doen.',
    'problem.message-withdrawn.title': 'Deze mail is ingetrokken',
    'problem.message-withdrawn.advice':
      'De mail klopte niet meer voordat die weg kon. Daarom kunt u die niet alsnog versturen.',
    'problem.message-overtaken.title': 'Er is nieuwer nieuws',
    'problem.message-overtaken.advice':
      'Na deze mail is geschreven: ‘{{subject}}’. Deze mail klopt dus niet meer. Verstuur zo nodig de nieuwere opnieuw.',
    'problem.message-address-dead.title': 'Dit adres bestaat niet',
    'problem.message-address-dead.advice':
      'De mailserver zei dat {{address}} niet bestaat. Daarom sturen wij daar niets naartoe. Werkt het adres weer? Vraag de beheerder om het weer aan te zetten.',
    'problem.session-not-in-this-state.title': 'Deze stap kan nu niet',
    'problem.session-not-in-this-state.advice':
      'De uitvoering heeft intussen een andere status. Open de pagina opnieuw om te zien wat nu kan.',
    'problem.trainer-double-booked.title': 'De trainer geeft dan al een andere training',
    'problem.trainer-double-booked.advice':
      'Dagdeel {{part}}: {{who}} geeft op {{date}}, {{times}}, al “{{course}}”. Kies een andere trainer of een andere tijd. Vrij is: {{slots}}. Er is niets opgeslagen.',
    'problem.trainer-travels.title': 'De trainer kan er niet op tijd zijn',
    'problem.trainer-travels.advice':
      'Dagdeel {{part}}: {{who}} geeft op {{date}}, {{times}}, “{{course}}” op een andere locatie en heeft te weinig tijd om te reizen. Kies een andere trainer of een andere tijd. Vrij is: {{slots}}. Er is niets opgeslagen.',
    'problem.trainer-away.title': 'De trainer is dan afwezig',
    'problem.trainer-away.advice':
      'Dagdeel {{part}}: {{who}} is afwezig ({{away}}). Kies een andere trainer of een andere tijd. Vrij is: {{slots}}. Er is niets opgeslagen.',
    'problem.trainer-other-hours.title': 'De trainer werkt dan niet',
    'problem.trainer-other-hours.advice':
      'Dagdeel {{part}}: {{who}} werkt op {{date}} van {{times}}. Kies een andere trainer of een andere tijd. Vrij is: {{slots}}. Er is niets opgeslagen.',
    'problem.trainer-day-off.title': 'De trainer werkt niet op die dag',
    'problem.trainer-day-off.advice':
      'Dagdeel {{part}}: {{date}} is een vrije dag van {{who}}. Kies een andere trainer of een andere dag. Vrij is: {{slots}}. Er is niets opgeslagen.',
    'problem.trainer-booked-when-away.title': 'De trainer geeft dan een training',
    'problem.trainer-booked-when-away.advice':
      '{{who}} geeft in deze tijd al: {{bookings}}. De coördinator moet daarvoor eerst een andere trainer of een andere tijd kiezen. Er is niets opgeslagen.',
    'problem.room-double-booked.title': 'De zaal is dan al bezet',
    'problem.room-double-booked.advice':
      'Dagdeel {{part}}: {{who}} is op {{date}}, {{times}}, al bezet voor “{{course}}”. Kies een andere zaal of een andere tijd. Vrij is: {{slots}}. Er is niets opgeslagen.',
    'problem.participant-double-booked.title': 'Een deelnemer heeft dan al een andere training',
    'problem.participant-double-booked.advice':
      '{{who}} heeft op {{date}}, {{times}}, al een plaats in “{{course}}”. Kies een andere tijd, of meld deze deelnemer eerst af. Vrij is: {{slots}}. Er is niets opgeslagen.',
    'problem.session-already-begun.title': 'De eerste dag van deze uitvoering is al voorbij',
    'problem.session-already-begun.advice':
      'Niemand kan zich dan nog inschrijven. Verplaats eerst de dagdelen naar een datum die nog komt.',
    'problem.organisation-unknown.title': 'Deze organisatie kennen we niet',
    'problem.organisation-unknown.advice':
      'Kies een organisatie uit de lijst van uw gemeente. Er is niets opgeslagen.',
    'problem.function-unknown.title': 'Deze functie kennen we niet',
    'problem.function-unknown.advice': 'Kies een functie uit de lijst. Er is niets opgeslagen.',
    'problem.provider-unknown.title': 'Deze aanbieder kennen we niet',
    'problem.provider-unknown.advice': 'Kies een aanbieder uit de lijst. Er is niets opgeslagen.',
    'problem.reminder-rule-exists.title': 'Deze herinnering staat er al',
    'problem.reminder-rule-exists.advice':
      'Er is al een herinnering voor ditzelfde moment. Zet die aan, of kies een ander moment. Er is niets opgeslagen.',
    'problem.provider-name-in-use.title': 'Deze aanbieder staat er al',
    'problem.provider-name-in-use.advice':
      'Er is al een aanbieder die {{name}} heet. Wijzig die, of kies een andere naam. Er is niets opgeslagen.',
    'problem.course-unknown.title': 'Deze training is er niet',
    'problem.course-unknown.advice': 'Kies trainingen uit het aanbod van uw regio. Er is niets opgeslagen.',
    'problem.municipality-unknown.title': 'Deze gemeente is er niet',
    'problem.municipality-unknown.advice': 'Kies een gemeente van uw regio. Er is niets opgeslagen.',
    'problem.venue-name-in-use.title': 'Deze locatie is er al',
    'problem.venue-name-in-use.advice':
      'In deze gemeente is al een locatie die {{name}} heet. Gebruik die, of kies een andere naam. Er is niets opgeslagen.',
    'problem.room-name-in-use.title': 'Deze zaal is er al',
    'problem.room-name-in-use.advice':
      'Deze locatie heeft al een zaal die {{name}} heet. Gebruik die, of kies een andere naam. Er is niets opgeslagen.',
    'problem.room-too-small.title': 'De zaal wordt te klein voor wat er gepland is',
    'problem.room-too-small.advice':
      'In {{room}} zijn uitvoeringen met meer plaatsen gepland: {{sessions}}. Verlaag eerst het aantal plaatsen van die uitvoeringen, of verplaats ze. Er is niets opgeslagen.',
    'problem.booked-in-future.title': 'Er is nog iets gepland',
    'problem.booked-in-future.advice':
      'Voor {{name}} staat nog gepland: {{bookings}}. Wijzig eerst die dagdelen, of gelast ze af. Daarna kunt u {{name}} archiveren. Er is niets opgeslagen.',
    'problem.course-code-in-use.title': 'Deze code is al in gebruik',
    'problem.course-code-in-use.advice':
      'Er is al een training met de code {{code}}. Kies een andere code. Er is niets opgeslagen.',
    'problem.email-in-use.title': 'Dit e-mailadres is al in gebruik',
    'problem.email-in-use.advice':
      'Iemand met het adres {{email}} staat al in Leerlijn. Zoek deze persoon op, of controleer het adres. Er is niets opgeslagen.',
    'problem.import-collides.title': 'Dit past niet bij wat er al staat',
    'problem.import-collides.advice':
      'Iets uit het bestand staat al in een andere regio, of is intussen toegevoegd. Bekijk het bestand opnieuw. Er is niets opgeslagen.',
    'problem.import-busy.title': 'Er wordt al een bestand ingelezen',
    'problem.import-busy.advice': 'Wacht een minuut en probeer het opnieuw. Er is niets opgeslagen.',
    'problem.import-faulty.title': 'Het bestand heeft fouten',
    'problem.import-faulty.advice':
      'Verbeter de genoemde regels en stuur het bestand opnieuw. Er is niets opgeslagen.',
    'problem.import-against-years.title': 'De subsidie is over deze jaren verdeeld',
    'problem.import-against-years.advice':
      'Subsidie {{what}} heeft begrotingsposten of trainingen in een jaar dat in de lijst wegvalt. Laat dat jaar in de lijst staan. Er is niets opgeslagen.',
    'problem.import-against-decision.title': 'Dit verandert een besluit',
    'problem.import-against-decision.advice':
      'Het bestand verandert een bedrag of een aantal waarop al is geboekt of waarover al is besloten: {{what}}. Laat dat staan zoals het is, en laat financiën een verschuiving of een wijziging vastleggen bij de subsidie. Er is niets opgeslagen.',
    'problem.price-from-that-day.title': 'Er is al een prijs vanaf die dag',
    'problem.price-from-that-day.advice':
      'Kies een andere dag, of haal eerst de prijs die er staat van de lijst. Er is niets opgeslagen.',
    'problem.price-too-far-ahead.title': 'Die dag ligt te ver weg',
    'problem.price-too-far-ahead.advice':
      'Vul een dag in die hoogstens tien jaar na vandaag ligt. Er is niets opgeslagen.',
    'problem.step-twice.title': 'Twee regels hebben dezelfde dag',
    'problem.step-twice.advice': 'Geef elke regel een ander aantal dagen. Er is niets opgeslagen.',
    'problem.step-not-rising.title': 'Een latere dag heeft een lager percentage',
    'problem.step-not-rising.advice':
      'Hoe dichter bij de uitvoering, hoe hoger het deel dat verschuldigd is; het mag ook gelijk blijven. Pas de percentages aan. Er is niets opgeslagen.',
  },
  en: {
    'problem.address-has-account.title': 'This address has an account already',
    'problem.address-has-account.advice':
      'One e-mail address has one account, even when that is closed. Use another address.',
    'problem.session-without-organisation.title': 'For which organisation is this session?',
    'problem.session-without-organisation.advice':
      'The course is in-company. First choose under ‘Change the seats’ for which organisation this session is. Then open it for enrolment.',
    'problem.message-holds-secret.title': 'This mail cannot be sent again',
    'problem.message-holds-secret.advice':
      'This mail holds a link with which someone signs in or decides something. We send such a link once. Is a new one needed? Let the person ask for it or sign in.',
    'problem.message-waits.title': 'This mail is still waiting to be sent',
    'problem.message-waits.advice':
      'The mail, or its repeat, has not left yet. We try again by ourselves. You need not do anything.',
    'problem.message-withdrawn.title': 'This mail was withdrawn',
    'problem.message-withdrawn.advice':
      'The mail was no longer right before it could leave. That is why you cannot send it after all.',
    'problem.message-overtaken.title': 'There is newer news',
    'problem.message-overtaken.advice':
      'After this mail this was written: ‘{{subject}}’. So this mail is no longer right. Send the newer one again if needed.',
    'problem.message-address-dead.title': 'This address does not exist',
    'problem.message-address-dead.advice':
      'The mail server said that {{address}} does not exist. That is why we send nothing to it. Does the address work again? Ask the administrator to switch it on again.',
    'problem.session-not-in-this-state.title': 'This step is not possible now',
    'problem.session-not-in-this-state.advice':
      'The session now has another status. Open the page again to see what is possible.',
    'problem.trainer-double-booked.title': 'The trainer gives another course then',
    'problem.trainer-double-booked.advice':
      'Part {{part}}: {{who}} already gives “{{course}}” on {{date}}, {{times}}. Choose another trainer or another time. Free is: {{slots}}. Nothing was saved.',
    'problem.trainer-travels.title': 'The trainer cannot be there in time',
    'problem.trainer-travels.advice':
      'Part {{part}}: {{who}} gives “{{course}}” at another venue on {{date}}, {{times}}, and has too little time to travel. Choose another trainer or another time. Free is: {{slots}}. Nothing was saved.',
    'problem.trainer-away.title': 'The trainer is away then',
    'problem.trainer-away.advice':
      'Part {{part}}: {{who}} is away ({{away}}). Choose another trainer or another time. Free is: {{slots}}. Nothing was saved.',
    'problem.trainer-other-hours.title': 'The trainer does not work then',
    'problem.trainer-other-hours.advice':
      'Part {{part}}: {{who}} works {{times}} on {{date}}. Choose another trainer or another time. Free is: {{slots}}. Nothing was saved.',
    'problem.trainer-day-off.title': 'The trainer does not work on that day',
    'problem.trainer-day-off.advice':
      'Part {{part}}: {{date}} is a day off of {{who}}. Choose another trainer or another day. Free is: {{slots}}. Nothing was saved.',
    'problem.trainer-booked-when-away.title': 'The trainer gives a course then',
    'problem.trainer-booked-when-away.advice':
      '{{who}} already gives in this time: {{bookings}}. The coordinator has to choose another trainer or another time for it first. Nothing was saved.',
    'problem.room-double-booked.title': 'The room is taken then',
    'problem.room-double-booked.advice':
      'Part {{part}}: {{who}} is already taken for “{{course}}” on {{date}}, {{times}}. Choose another room or another time. Free is: {{slots}}. Nothing was saved.',
    'problem.participant-double-booked.title': 'A participant has another course then',
    'problem.participant-double-booked.advice':
      '{{who}} already has a seat in “{{course}}” on {{date}}, {{times}}. Choose another time, or cancel this participant first. Free is: {{slots}}. Nothing was saved.',
    'problem.session-already-begun.title': 'The first day of this session is already over',
    'problem.session-already-begun.advice':
      'Nobody could enrol any more. First move the parts to a date that is still to come.',
    'problem.organisation-unknown.title': 'We do not know this organisation',
    'problem.organisation-unknown.advice':
      'Choose an organisation from the list of your municipality. Nothing was saved.',
    'problem.function-unknown.title': 'We do not know this function',
    'problem.function-unknown.advice': 'Choose a function from the list. Nothing was saved.',
    'problem.provider-unknown.title': 'We do not know this provider',
    'problem.provider-unknown.advice': 'Choose a provider from the list. Nothing was saved.',
    'problem.reminder-rule-exists.title': 'This reminder is there already',
    'problem.reminder-rule-exists.advice':
      'There is a reminder for this same moment already. Switch that one on, or choose another moment. Nothing was saved.',
    'problem.provider-name-in-use.title': 'This provider is there already',
    'problem.provider-name-in-use.advice':
      'There is a provider called {{name}} already. Change that one, or choose another name. Nothing was saved.',
    'problem.course-unknown.title': 'This course does not exist',
    'problem.course-unknown.advice': 'Choose courses from the catalogue of your region. Nothing was saved.',
    'problem.municipality-unknown.title': 'This municipality does not exist',
    'problem.municipality-unknown.advice': 'Choose a municipality of your region. Nothing was saved.',
    'problem.venue-name-in-use.title': 'This venue already exists',
    'problem.venue-name-in-use.advice':
      'This municipality already has a venue called {{name}}. Use that one, or choose another name. Nothing was saved.',
    'problem.room-name-in-use.title': 'This room already exists',
    'problem.room-name-in-use.advice':
      'This venue already has a room called {{name}}. Use that one, or choose another name. Nothing was saved.',
    'problem.room-too-small.title': 'The room becomes too small for what is planned',
    'problem.room-too-small.advice':
      'Sessions with more seats are planned in {{room}}: {{sessions}}. Lower their number of seats first, or move them. Nothing was saved.',
    'problem.booked-in-future.title': 'Something is still planned',
    'problem.booked-in-future.advice':
      'Still planned for {{name}}: {{bookings}}. Change those parts first, or call them off. Then you can archive {{name}}. Nothing was saved.',
    'problem.course-code-in-use.title': 'This code is in use already',
    'problem.course-code-in-use.advice':
      'There is a course with the code {{code}} already. Choose another code. Nothing was saved.',
    'problem.email-in-use.title': 'This e-mail address is in use already',
    'problem.email-in-use.advice':
      'Someone with the address {{email}} is in Leerlijn already. Look this person up, or check the address. Nothing was saved.',
    'problem.import-collides.title': 'This does not go with what is there already',
    'problem.import-collides.advice':
      'Something in the file is in another region already, or was added meanwhile. Look at the file again. Nothing was saved.',
    'problem.import-busy.title': 'Another file is being read in',
    'problem.import-busy.advice': 'Wait a minute and try again. Nothing was saved.',
    'problem.import-faulty.title': 'The file has faults',
    'problem.import-faulty.advice':
      'Correct the lines that are named and send the file again. Nothing was saved.',
    'problem.import-against-years.title': 'The grant is divided over these years',
    'problem.import-against-years.advice':
      'Grant {{what}} has lines or trainings in a year that the list leaves out. Keep that year in the list. Nothing has been saved.',
    'problem.import-against-decision.title': 'This changes a decision',
    'problem.import-against-decision.advice':
      'The file changes an amount or a number on which something has been booked or decided: {{what}}. Leave it as it is, and let finance record a shift or an amendment with the grant. Nothing was saved.',
    'problem.price-from-that-day.title': 'There is a price from that day already',
    'problem.price-from-that-day.advice':
      'Choose another day, or first take the price that stands there off the list. Nothing was saved.',
    'problem.price-too-far-ahead.title': 'That day is too far away',
    'problem.price-too-far-ahead.advice':
      'Fill in a day that is at most ten years after today. Nothing was saved.',
    'problem.step-twice.title': 'Two lines have the same day',
    'problem.step-twice.advice': 'Give each line another number of days. Nothing was saved.',
    'problem.step-not-rising.title': 'A later day has a lower percentage',
    'problem.step-not-rising.advice':
      'Nearer to the session the part that is owed stays the same or becomes higher. Change the percentages. Nothing was saved.',
  },
});
