import { defineMessages } from '../platform/i18n/messages.js';

export const sessionLifeMessages = defineMessages({
  nl: {
    'sessions.hindrance.not-invited': 'Op uitnodiging',
    'sessions.hindrance.other-organisation': 'Voor een andere organisatie',
    'sessions.hindrance.already-in-course': 'U staat al op een andere datum',
    'sessions.hindrance.not-invitedText':
      'Deze training is op uitnodiging. Wilt u meedoen? Vraag uw gemeentelijk contactpersoon of de coördinator om u in te schrijven.',
    'sessions.hindrance.other-organisationText':
      'Deze uitvoering is alleen voor mensen van {{organisation}}. Wilt u de training ook volgen? Vraag de coördinator of dat kan.',
    'sessions.hindrance.already-in-courseText':
      'U hebt al een plaats op een andere datum van deze training, of wacht daarop. U kunt maar voor één datum tegelijk staan. Wilt u liever deze datum? Stap dan over.',
    'sessions.fact.seats': 'Plaatsen',
    'sessions.fact.enrolUntil': 'Inschrijven tot en met',
    'sessions.fact.cancelUntil': 'Afmelden zonder reden tot en met',
    'sessions.fact.releaseOn': 'Vrijgavedatum',
    'sessions.fact.decideOn': 'Besluitdatum',
    'sessions.fact.minimum': 'Minimum',
    'sessions.fact.payer': 'Betalende gemeente',
    'sessions.fact.price': 'Prijs, inclusief btw',
    'sessions.step.open': 'Open de inschrijving',
    'sessions.step.openHelp':
      'Iedereen in de regio ziet de uitvoering dan en professionals kunnen zich inschrijven. De trainers krijgen een mail met een agenda-afspraak.',
    'sessions.step.confirm': 'Laat de uitvoering doorgaan',
    'sessions.step.confirmHelp':
      'U ziet eerst wat het kost en wat er over is. Daarna legt u de kosten vast op de begrotingspost.',
    'sessions.step.participants': 'Bekijk de deelnemers',
    'sessions.step.participantsHelp': 'Wie is ingeschreven, wie wacht, en iemand inschrijven of afmelden.',
    'sessions.step.ownPeople': 'Schrijf uw mensen in',
    'sessions.step.ownPeopleHelp': 'Bekijk wie uit uw gemeente meedoet en schrijf mensen in of meld ze af.',
    'sessions.step.roster': 'Bekijk de deelnemers',
    'sessions.step.rosterHelp': 'De lijst van mensen bij deze uitvoering.',
    'sessions.step.attendance': 'Vul de aanwezigheid in',
    'sessions.step.attendanceHelp': 'Geef per dagdeel aan wie er was.',
    'sessions.step.seeAttendance': 'Bekijk de aanwezigheid',
    'sessions.step.seeAttendanceHelp': 'Wie er was, per dagdeel.',
    'sessions.step.seeCertificates': 'Bekijk de certificaten',
    'sessions.step.seeCertificatesHelp': 'U kunt ze ook in één keer downloaden of printen.',
    'sessions.step.close': 'Sluit de uitvoering af',
    'sessions.step.closeHelp':
      'U ziet eerst wie een certificaat krijgt en wie niet. Daarna krijgen de deelnemers hun certificaat.',
    'sessions.step.edit': 'Gegevens wijzigen',
    'sessions.step.editHelp': 'De besluitdatum, de gemeente die betaalt en de prijs. Er gaat geen mail uit.',
    'sessions.edit.title': 'Gegevens wijzigen',
    'sessions.edit.intro':
      'Er gaat geen mail uit. Tijd, plaats en trainers wijzigt u per dagdeel. Het aantal plaatsen wijzigt u bij ‘Plaatsen wijzigen’.',
    'sessions.edit.priceHelp':
      'Laat leeg voor de prijs uit de prijslijst op de laatste dag. Na het besluit dat de uitvoering doorgaat, ligt de prijs vast.',
    'sessions.edit.save': 'Sla de gegevens op',
    'sessions.edit.back': 'Terug zonder te wijzigen',
    'sessions.done.changed': 'De gegevens zijn opgeslagen.',
    'sessions.step.seats': 'Plaatsen wijzigen',
    'sessions.step.seatsHelp':
      'Het aantal plaatsen, voor wie ze gereserveerd zijn, tot wanneer inschrijven en afmelden kan, en hoe de wachtlijst werkt.',
    'sessions.step.offer': 'Plaats aannemen of afwijzen',
    'sessions.step.offerHelp': 'Antwoord op tijd: anders gaat de plaats naar de volgende.',
    'sessions.step.leaveRequest': 'Aanvraag intrekken',
    'sessions.step.leaveRequestHelp': 'Uw contactpersoon hoeft dan niet meer te besluiten.',
    'sessions.step.invite': 'Nodig mensen uit',
    'sessions.step.inviteHelp': 'Nodig iedereen uit die in de afgelopen tijd een certificaat heeft gekregen.',
    'sessions.step.cancel': 'Gelast de uitvoering af',
    'sessions.step.cancelHelp': 'U ziet eerst hoeveel mensen daarover een mail krijgen.',
    'sessions.step.enrol': 'Schrijf u in',
    'sessions.step.enrolHelp':
      'U krijgt een bevestiging met een agendabestand per mail. Zijn de vrije plaatsen voor anderen gereserveerd, dan komt u op de wachtlijst.',
    'sessions.step.wait': 'Zet mij op de wachtlijst',
    'sessions.step.waitHelp': 'De training is vol. U krijgt een mail als u een plaats hebt.',
    'sessions.step.leaveSeat': 'Meld u af',
    'sessions.step.leaveSeatHelp': 'Uw plaats gaat meteen naar de volgende op de wachtlijst.',
    'sessions.step.leaveList': 'Ga van de wachtlijst af',
    'sessions.step.leaveListHelp': 'U raakt uw plek op de wachtlijst kwijt.',
    'sessions.step.otherDates': 'Zoek een andere datum',
    'sessions.step.otherDatesHelp': 'Bekijk wanneer u deze training nog kunt volgen.',
    'sessions.step.changeDate': 'Stap over naar deze datum',
    'sessions.step.changeDateHelp': 'U kiest een andere datum. U hoeft u niet eerst af te melden.',
    'sessions.step.askForDate': 'Geef door dat u belangstelling hebt',
    'sessions.step.askForDateHelp':
      'Op de pagina van de training kunt u vragen om een mail als er een datum voor u is.',
    'sessions.step.wishes': 'Bekijk de wensen van deelnemers',
    'sessions.step.wishesHelp': 'Dieetwensen en wat mensen nodig hebben om mee te doen.',
    'sessions.step.ownWishes': 'Geef uw wensen door',
    'sessions.step.ownWishesHelp': 'Vertel wat u niet eet, of wat u nodig hebt om mee te doen.',
    'sessions.step.calendar': 'Zet in uw agenda',
    'sessions.step.calendarHelp': 'Download een bestand dat u in Outlook of een andere agenda kunt openen.',
    'sessions.cancel.title': 'Uitvoering afgelasten',
    'sessions.cancel.question': 'U staat op het punt deze uitvoering af te gelasten:',
    'sessions.cancel.what': '{{session}}, {{dates}}, {{venues}}',
    'sessions.cancel.nobody': 'Er is niemand ingeschreven, dus er is geen deelnemer om te mailen.',
    'sessions.guestsUntold_one': '1 gast heeft een plaats en krijgt geen mail. Vertel het die gast zelf.',
    'sessions.guestsUntold_other':
      '{{count}} gasten hebben een plaats en krijgen geen mail. Vertel het hun zelf.',
    'sessions.cancel.invited':
      'Wie voor deze dag is uitgenodigd en zich niet inschreef, krijgt ook een mail dat de dag niet doorgaat.',
    'sessions.cancel.people_one':
      '1 persoon is ingeschreven of wacht, en krijgt een mail dat de uitvoering niet doorgaat. De contactpersoon van die gemeente krijgt ook een mail.',
    'sessions.cancel.people_other':
      '{{count}} mensen zijn ingeschreven of wachten, en krijgen een mail dat de uitvoering niet doorgaat. De contactpersonen van hun gemeenten krijgen ook een mail.',
    'sessions.cancel.trainers': 'De trainers krijgen een mail en kunnen de afspraak uit hun agenda halen.',
    'sessions.cancel.money':
      'Van de vastgelegde kosten komt {{free}} weer vrij. De toegedeelde training komt ook weer vrij.',
    'sessions.cancel.owed':
      'Volgens de voorwaarden van {{provider}} blijft {{percentage}}% van de prijs verschuldigd. Daarvan blijft {{owed}} vastgelegd tot de factuur; {{free}} komt weer vrij. De toegedeelde training komt ook weer vrij.',
    'sessions.cancel.demo': 'voorbeeld',
    'sessions.cancel.final': 'U kunt dit niet ongedaan maken.',
    'sessions.cancel.submit': 'Gelast de uitvoering af',
    'sessions.cancel.back': 'Terug, laat de uitvoering staan',
    'sessions.move.title': 'Dagdeel {{number}} wijzigen',
    'sessions.move.draft': 'Dit is nog een concept. Er gaat geen mail uit.',
    'sessions.move.nobody': 'Er is nog niemand ingeschreven.',
    'sessions.move.people_one':
      'Wijzigt u de tijd of de plaats, dan krijgt 1 persoon die is ingeschreven of wacht een mail met de nieuwe gegevens. De contactpersoon van die gemeente krijgt ook een mail.',
    'sessions.move.people_other':
      'Wijzigt u de tijd of de plaats, dan krijgen {{count}} mensen die zijn ingeschreven of wachten een mail met de nieuwe gegevens. De contactpersonen van hun gemeenten krijgen ook een mail.',
    'sessions.move.seated_one':
      'Wijzigt u alleen de trainer of de deelnamelink, dan krijgt 1 persoon met een plaats een mail.',
    'sessions.move.seated_other':
      'Wijzigt u alleen de trainer of de deelnamelink, dan krijgen {{count}} mensen met een plaats een mail.',
    'sessions.move.trainers':
      'De trainers krijgen een mail met een agenda-afspraak, ook wie dit dagdeel niet meer geeft.',
    'sessions.move.submit': 'Sla het dagdeel op',
    'sessions.move.back': 'Terug zonder te wijzigen',
    'sessions.done.scheduled': 'Het concept is opgeslagen. Open de inschrijving als alles klopt.',
    'sessions.done.opened': 'De inschrijving is open.',
    'sessions.done.moved': 'Het dagdeel is gewijzigd.',
    'sessions.done.cancelled': 'De uitvoering is afgelast.',
  },
  en: {
    'sessions.hindrance.not-invited': 'By invitation',
    'sessions.hindrance.other-organisation': 'For another organisation',
    'sessions.hindrance.already-in-course': 'You are on another date already',
    'sessions.hindrance.not-invitedText':
      'This course is by invitation. Do you want to take part? Ask your municipal contact or the coordinator to enrol you.',
    'sessions.hindrance.other-organisationText':
      'This session is only for people of {{organisation}}. Do you want to follow the course too? Ask the coordinator whether you can.',
    'sessions.hindrance.already-in-courseText':
      'You already have or await a seat on another date of this course. You can be on only one date at a time. Would you rather have this date? Then change to it.',
    'sessions.fact.seats': 'Seats',
    'sessions.fact.enrolUntil': 'Enrol until',
    'sessions.fact.cancelUntil': 'Cancel without a reason until',
    'sessions.fact.releaseOn': 'Release date',
    'sessions.fact.decideOn': 'Decision date',
    'sessions.fact.minimum': 'Minimum',
    'sessions.fact.payer': 'Paying municipality',
    'sessions.fact.price': 'Price, including VAT',
    'sessions.step.open': 'Open enrolment',
    'sessions.step.openHelp':
      'Everyone in the region will then see the session and professionals can enrol. The trainers get a mail with an appointment for their calendar.',
    'sessions.step.confirm': 'Let the session go ahead',
    'sessions.step.confirmHelp':
      'You first see what it costs and what is left. Then you commit the cost against the grant line.',
    'sessions.step.participants': 'See the participants',
    'sessions.step.participantsHelp': 'Who is enrolled, who waits, and enrolling or cancelling someone.',
    'sessions.step.ownPeople': 'Enrol your people',
    'sessions.step.ownPeopleHelp':
      'See who of your municipality takes part, and enrol people or cancel for them.',
    'sessions.step.roster': 'See the participants',
    'sessions.step.rosterHelp': 'The list of people of this session.',
    'sessions.step.attendance': 'Fill in the attendance',
    'sessions.step.attendanceHelp': 'Say for each part who was there.',
    'sessions.step.seeAttendance': 'See the attendance',
    'sessions.step.seeAttendanceHelp': 'Who was there, part by part.',
    'sessions.step.seeCertificates': 'See the certificates',
    'sessions.step.seeCertificatesHelp': 'You can also download or print them all at once.',
    'sessions.step.close': 'Close the session',
    'sessions.step.closeHelp':
      'You first see who gets a certificate and who does not. Then the participants get their certificate.',
    'sessions.step.edit': 'Change the details',
    'sessions.step.editHelp': 'The decision date, the municipality that pays and the price. No mail is sent.',
    'sessions.edit.title': 'Change the details',
    'sessions.edit.intro':
      'No mail is sent. You change time, place and trainers per part. You change the number of seats under ‘Change the seats’.',
    'sessions.edit.priceHelp':
      'Leave empty for the price on the price list on the last day. After the decision that the session goes ahead, the price is fixed.',
    'sessions.edit.save': 'Save the details',
    'sessions.edit.back': 'Back without changing',
    'sessions.done.changed': 'The details have been saved.',
    'sessions.step.seats': 'Change the seats',
    'sessions.step.seatsHelp':
      'The number of seats, for whom they are reserved, until when people can enrol and cancel, and how the waiting list works.',
    'sessions.step.offer': 'Accept or decline the seat',
    'sessions.step.offerHelp': 'Answer in time: otherwise the seat goes to the next person.',
    'sessions.step.leaveRequest': 'Withdraw the request',
    'sessions.step.leaveRequestHelp': 'Then your contact need not decide any more.',
    'sessions.step.invite': 'Invite people',
    'sessions.step.inviteHelp': 'Invite everyone who got a certificate in the time before.',
    'sessions.step.cancel': 'Call off the session',
    'sessions.step.cancelHelp': 'You first see how many people will get a mail about it.',
    'sessions.step.enrol': 'Enrol',
    'sessions.step.enrolHelp':
      'You will get a confirmation with a calendar file by mail. If the free seats are reserved for others, you will be on the waiting list.',
    'sessions.step.wait': 'Join the waiting list',
    'sessions.step.waitHelp': 'The course is full. You will get a mail when you have a seat.',
    'sessions.step.leaveSeat': 'Cancel my place',
    'sessions.step.leaveSeatHelp': 'Your seat goes to the next person on the waiting list at once.',
    'sessions.step.leaveList': 'Leave the waiting list',
    'sessions.step.leaveListHelp': 'You will lose your place on the waiting list.',
    'sessions.step.otherDates': 'Find another date',
    'sessions.step.otherDatesHelp': 'See when you can still follow this course.',
    'sessions.step.changeDate': 'Change to this date',
    'sessions.step.changeDateHelp': 'You choose another date. You need not cancel first.',
    'sessions.step.askForDate': 'Tell that you are interested',
    'sessions.step.askForDateHelp':
      'On the page of the course you can ask for a mail when there is a date for you.',
    'sessions.step.wishes': 'See the wishes of participants',
    'sessions.step.wishesHelp': 'Dietary wishes, and what people need to take part.',
    'sessions.step.ownWishes': 'Pass on your wishes',
    'sessions.step.ownWishesHelp': 'Say what you do not eat, or what you need to take part.',
    'sessions.step.calendar': 'Add to my calendar',
    'sessions.step.calendarHelp': 'Download a file that Outlook and other calendars can open.',
    'sessions.cancel.title': 'Call off a session',
    'sessions.cancel.question': 'You are about to call off this session:',
    'sessions.cancel.what': '{{session}}, {{dates}}, {{venues}}',
    'sessions.cancel.nobody': 'Nobody is enrolled, so there is no participant to mail.',
    'sessions.guestsUntold_one': '1 guest has a seat and gets no mail. Tell that guest yourself.',
    'sessions.guestsUntold_other': '{{count}} guests have a seat and get no mail. Tell them yourself.',
    'sessions.cancel.invited':
      'Who was invited to this day and did not enrol also gets a mail that it is called off.',
    'sessions.cancel.people_one':
      '1 person is enrolled or waiting, and will get a mail that the session is off. So will the contact of that municipality.',
    'sessions.cancel.people_other':
      '{{count}} people are enrolled or waiting, and will get a mail that the session is off. So will the contacts of their municipalities.',
    'sessions.cancel.trainers': 'The trainers get a mail and can take the appointment out of their calendar.',
    'sessions.cancel.money':
      'Of the committed cost {{free}} becomes free again. So does the allotted training.',
    'sessions.cancel.owed':
      'By the terms of {{provider}} {{percentage}}% of the price stays owed. Of that {{owed}} stays committed until the invoice; {{free}} becomes free again. So does the allotted training.',
    'sessions.cancel.demo': 'example',
    'sessions.cancel.final': 'You cannot undo this.',
    'sessions.cancel.submit': 'Call off the session',
    'sessions.cancel.back': 'Back, keep the session',
    'sessions.move.title': 'Change part {{number}}',
    'sessions.move.draft': 'This is still a draft. No mail is sent.',
    'sessions.move.nobody': 'Nobody is enrolled yet.',
    'sessions.move.people_one':
      'If you change the time or place, 1 person who is enrolled or waiting gets a mail with the new details, and so does the contact of that municipality.',
    'sessions.move.people_other':
      'If you change the time or place, {{count}} people who are enrolled or waiting get a mail with the new details, and so do the contacts of their municipalities.',
    'sessions.move.seated_one':
      'If you change only the trainer or the joining link, 1 person with a seat gets a mail.',
    'sessions.move.seated_other':
      'If you change only the trainer or the joining link, {{count}} people with a seat get a mail.',
    'sessions.move.trainers':
      'The trainers get a mail with an appointment for their calendar, and so does anyone who no longer gives this part.',
    'sessions.move.submit': 'Save the part',
    'sessions.move.back': 'Back without changing',
    'sessions.done.scheduled': 'The draft has been saved. Open enrolment when everything is right.',
    'sessions.done.opened': 'Enrolment is open.',
    'sessions.done.moved': 'The part has been changed.',
    'sessions.done.cancelled': 'The session has been called off.',
  },
});
