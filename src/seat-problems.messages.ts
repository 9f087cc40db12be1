import { defineMessages } from './platform/i18n/messages.js';

/** Of problems with seats, attendance and what follows from them what happened (title) and what to do next (advice). */
export const seatProblemMessages = defineMessages({
  nl: {
    'problem.already-enrolled.title': 'U bent al ingeschreven',
    'problem.already-enrolled.advice':
      'Deze persoon heeft al een plaats of staat al op de wachtlijst van deze training. U hoeft niets te doen.',
    'problem.group-does-not-fit.title': 'De groep past niet in zijn geheel',
    'problem.group-does-not-fit.advice':
      'Er is niemand ingeschreven. Aantal plaatsen te weinig: {{missing}}. Laat mensen weg, of schrijf in zover er plaats is.',
    'problem.enrolment-not-open.title': 'Inschrijven kan nu niet',
    'problem.enrolment-not-open.advice':
      'De training is nog niet open, al begonnen of afgelast. Kies een andere datum.',
    'problem.enrolment-already-cancelled.title': 'Deze inschrijving is al afgemeld',
    'problem.enrolment-already-cancelled.advice': 'U hoeft niets meer te doen.',
    'problem.cancellation-too-late.title': 'Afmelden kan niet meer',
    'problem.cancellation-too-late.advice': 'De training is al begonnen. Neem contact op met de coördinator.',
    'problem.substitution-too-late.title': 'Overdragen kan niet meer',
    'problem.substitution-too-late.advice': 'De training is al begonnen. Neem contact op met de coördinator.',
    'problem.substitution-without-seat.title': 'Er is geen plaats om over te dragen',
    'problem.substitution-without-seat.advice':
      'Alleen wie een plaats heeft, kan die overdragen. Ga naar uw trainingen om te zien hoe het er nu voor staat.',
    'problem.substitute-unknown.title': 'Deze collega staat niet in het register',
    'problem.substitute-unknown.advice':
      'Dit e-mailadres is niet van een collega uit dezelfde gemeente. Controleer het adres, of vraag uw gemeentelijk contactpersoon de collega aan het register toe te voegen.',
    'problem.enrolment-link-not-valid.title': 'Deze link werkt niet meer',
    'problem.enrolment-link-not-valid.advice':
      'De link is al gebruikt, niet volledig of ouder dan een uur. Hebt u zich er al mee ingeschreven? Log dan in met hetzelfde e-mailadres om uw plaats te zien. Vraag anders op de pagina van de training een nieuwe link.',
    'problem.address-not-for-enrolment.title': 'Met dit e-mailadres kunt u zich hier niet inschrijven',
    'problem.address-not-for-enrolment.advice':
      'Het adres hoort bij een account met een andere rol of in een andere regio, of bij een account dat gesloten is. Log in met dat account, of vraag de coördinator u in te schrijven. Er is niets opgeslagen.',
    'problem.wishes-too-late.title': 'Wensen doorgeven kan niet meer',
    'problem.wishes-too-late.advice': 'De training is al begonnen. Vertel de trainer wat u nodig hebt.',
    'problem.request-already-decided.title': 'Over deze aanvraag is al besloten',
    'problem.request-already-decided.advice':
      'U hoeft niets te doen. Bij de deelnemers ziet u wat er is besloten.',
    'problem.offer-expired.title': 'Deze plaats wordt niet meer aangeboden',
    'problem.offer-expired.advice':
      'De tijd om te antwoorden is voorbij en de plaats is naar iemand anders gegaan. Schrijf u opnieuw in als u nog wilt deelnemen.',
    'problem.not-invited.title': 'Deze training is op uitnodiging',
    'problem.not-invited.advice':
      'Wilt u meedoen? Vraag uw gemeentelijk contactpersoon of de coördinator om u in te schrijven.',
    'problem.other-organisation.title': 'Deze training is voor een andere organisatie',
    'problem.other-organisation.advice':
      'Alleen mensen van de organisatie die om de training vroeg, kunnen meedoen. Kies een andere training.',
    'problem.entry-level-missing.title': 'Voor deze training is eerst een andere training nodig',
    'problem.entry-level-missing.advice':
      'Er is geen geldig certificaat van het niveau dat bij de training staat. Volg eerst een training van dat niveau. Is er een opleiding die daarvoor telt? Vraag de coördinator om die te erkennen.',
    'problem.already-in-course.title': 'Er is al een inschrijving voor deze training',
    'problem.already-in-course.advice':
      'Bij deze training kan iemand maar voor één datum tegelijk een plaats hebben of wachten. Er is al een inschrijving voor de uitvoering die begint op {{date}}. Stap van die datum over naar deze, of meld eerst af voor die datum.',
    'problem.cancellation-needs-reason.title': 'Geef een reden voor het afmelden',
    'problem.cancellation-needs-reason.advice':
      'De laatste dag om zonder reden af te melden is voorbij. Vul een reden in en meld daarna af. Er is nog niets gewijzigd.',
    'problem.substitution-takes-held-seat.title': 'Deze plaats is gereserveerd',
    'problem.substitution-takes-held-seat.advice':
      'De plaats is er voor mensen van een bepaalde functie of organisatie. Kies een collega met die functie of van die organisatie.',
    'problem.substitution-needs-contact.title': 'Uw contactpersoon draagt deze plaats over',
    'problem.substitution-needs-contact.advice':
      'Voor deze training is akkoord van de gemeente nodig. Vraag uw gemeentelijk contactpersoon om de plaats over te dragen. U hebt uw plaats nog.',
    'problem.transfer-too-late.title': 'Overstappen kan niet meer',
    'problem.transfer-too-late.advice':
      'De training is al begonnen, of de laatste dag om zonder reden af te melden is voorbij. Vraag de coördinator wat er nog kan. Er is niets gewijzigd.',
    'problem.transfer-full.title': 'Op die datum is geen plaats',
    'problem.transfer-full.advice': 'Kies een andere datum. Er is niets gewijzigd.',
    'problem.transfer-other-course.title': 'Dat is een andere training',
    'problem.transfer-other-course.advice':
      'Overstappen kan alleen naar een andere datum van dezelfde training. Kies een andere datum. Er is niets gewijzigd.',
    'problem.session-over.title': 'Deze uitvoering is voorbij',
    'problem.session-over.advice':
      'Na het laatste dagdeel kan niemand meer een plaats krijgen. Kies een andere uitvoering.',
    'problem.guest-unknown.title': 'Deze gast staat niet op de lijst',
    'problem.guest-unknown.advice':
      'Misschien heeft iemand anders de gast al weggehaald. U hoeft niets te doen.',
    'problem.seats-taken.title': 'Zo passen niet alle deelnemers',
    'problem.seats-taken.advice':
      'Er zijn {{count}} plaatsen te weinig. Dit raakt wie het laatst een plaats kreeg: {{names}}. Kies meer plaatsen of minder reserveringen, of meld eerst mensen af.',
    'problem.professional-double-booked.title': 'Er is dan al een plaats in een andere training',
    'problem.professional-double-booked.advice':
      'De andere training is “{{course}}” op {{date}}, {{times}}. Meld u (of de deelnemer) daar eerst af, of kies een andere datum. Er is niets opgeslagen.',
    'problem.attendance-not-open-yet.title': 'Dit dagdeel is nog niet begonnen',
    'problem.attendance-not-open-yet.advice':
      'Vul de aanwezigheid in vanaf het begin van het dagdeel. Er is niets opgeslagen.',
    'problem.not-on-roster.title': 'Deze lijst klopt niet meer',
    'problem.not-on-roster.advice':
      'Er staat iemand op die geen plaats in deze training heeft, of een dagdeel dat er niet bij hoort. Open de pagina opnieuw. Er is niets opgeslagen.',
    'problem.not-a-scan.title': 'Dit bestand is geen scan',
    'problem.not-a-scan.advice': 'Kies een pdf, of een foto als jpg of png. Er is niets opgeslagen.',
    'problem.sheet-already-kept.title': 'Deze scan is er al',
    'problem.sheet-already-kept.advice':
      'Precies dit bestand is al bij deze uitvoering bewaard. U hoeft niets te doen.',
    'problem.not-checked-in.title': 'Niet ingecheckt',
    'problem.not-checked-in.advice': '{{reason}}',
    'problem.session-not-ended.title': 'De uitvoering is nog niet afgelopen',
    'problem.session-not-ended.advice':
      'U kunt de uitvoering afsluiten na het einde van het laatste dagdeel.',
    'problem.attendance-incomplete.title': 'Nog niet alle aanwezigheid is ingevuld',
    'problem.attendance-incomplete.advice':
      'Vul eerst bij iedereen en voor elk dagdeel de aanwezigheid in. Nog in te vullen: {{missing}}.',
    'problem.certificate-revoked.title': 'Dit certificaat is ingetrokken',
    'problem.certificate-revoked.advice':
      'Het is niet meer geldig en niet meer te downloaden. Neem contact op met de coördinator als dit niet klopt.',
    'problem.certificate-from-elsewhere.title': 'Van dit certificaat hebben we geen bestand',
    'problem.certificate-from-elsewhere.advice':
      'Dit certificaat is overgenomen uit een andere administratie. Vraag een afschrift bij wie het toen afgaf. Klopt er iets niet, lees het dan opnieuw in of trek het in.',
    'problem.certificate-name-same.title': 'De naam op dit certificaat klopt al',
    'problem.certificate-name-same.advice':
      'Pas eerst de naam van de professional aan. Daarna kunt u het certificaat vervangen.',
    'problem.no-certificates.title': 'Er zijn geen certificaten om te downloaden',
    'problem.no-certificates.advice':
      'Kies in de lijst iets anders. Ingetrokken certificaten zijn niet te downloaden.',
    'problem.too-many-certificates.title': 'Dit zijn te veel certificaten tegelijk',
    'problem.too-many-certificates.advice':
      'U kunt er {{most}} tegelijk downloaden. Zoek in de lijst op training of gemeente, of kies één uitvoering.',
    'problem.professional-unknown.title': 'We kennen deze professional niet',
    'problem.professional-unknown.advice':
      'Controleer het e-mailadres, of zet de professional eerst in het register. Er is niets opgeslagen.',
    'problem.course-takes-no-interest.title': 'Bij deze training kan dit niet',
    'problem.course-takes-no-interest.advice':
      'De training wordt niet meer gegeven, of alleen voor een organisatie die erom vroeg. Bekijk de andere trainingen.',
    'problem.interest-has-seat.title': 'Er is al een plaats in een uitvoering van deze training',
    'problem.interest-has-seat.advice':
      'Is een andere datum nodig? Stap dan over naar een andere uitvoering, of meld eerst af. Daarna kan er om een nieuwe datum gevraagd worden.',
    'problem.already-interested.title': 'Deze belangstelling is al genoteerd',
    'problem.already-interested.advice':
      'U hoeft niets te doen: er komt een mail als er een uitvoering is voor wie erom vroeg.',
    'problem.nobody-to-ask.title': 'Er is niemand om te vragen',
    'problem.nobody-to-ask.advice':
      'Kies gemeenten met organisaties in het register, of kies zelf organisaties. Er is niets verstuurd.',
    'problem.poll-closed.title': 'Deze peiling is gesloten',
    'problem.poll-closed.advice':
      'De laatste dag om te antwoorden is voorbij. Er is niets opgeslagen. Zijn er toch nog aantallen? Dan is er een nieuwe peiling nodig. Die verstuurt de coördinator van de regio.',
    'problem.curriculum-invites-nobody.title': 'Er is niemand om uit te nodigen',
    'problem.curriculum-invites-nobody.advice':
      'Iedereen in deze lijst is op niveau, heeft al een plaats of is al uitgenodigd, of er is geen open training van het gevraagde niveau. Plan een training of kies andere mensen. Er is niets verstuurd.',
    'problem.evaluation-not-open.title': 'Deze vragen zijn gesloten',
    'problem.evaluation-not-open.advice':
      'U hebt ze al beantwoord, of de tijd om te antwoorden is voorbij. U hoeft niets meer te doen. Dank u wel.',
    'problem.follow-up-has-date.title': 'Er is al een plaats op een van deze dagen',
    'problem.follow-up-has-date.advice':
      'Meld eerst af voor die dag, of draag de plaats over. Daarna kan dit wel. Er is niets veranderd.',
    'problem.follow-up-handed-over.title': 'Er is al een opvolger uitgenodigd',
    'problem.follow-up-handed-over.advice':
      'In de lijst van mensen ziet u wie dat is. Er is niets veranderd.',
    'problem.nobody-to-invite.title': 'Er is niemand om uit te nodigen',
    'problem.nobody-to-invite.advice':
      'Kies een langere periode, of meer niveaus en gemeenten. Er is niets verstuurd.',
  },
  en: {
    'problem.already-enrolled.title': 'You are already enrolled',
    'problem.already-enrolled.advice':
      'This person already has a seat in this course or is on its waiting list. There is nothing to do.',
    'problem.group-does-not-fit.title': 'The whole group does not fit',
    'problem.group-does-not-fit.advice':
      'Nobody is enrolled. Number of seats too few: {{missing}}. Leave people out, or enrol as far as there are seats.',
    'problem.enrolment-not-open.title': 'Enrolling is not possible now',
    'problem.enrolment-not-open.advice':
      'The course is not open yet, has begun or was called off. Choose another date.',
    'problem.enrolment-already-cancelled.title': 'This enrolment is already cancelled',
    'problem.enrolment-already-cancelled.advice': 'There is nothing left to do.',
    'problem.cancellation-too-late.title': 'Cancelling is no longer possible',
    'problem.cancellation-too-late.advice': 'The course has begun. Please contact the coordinator.',
    'problem.substitution-too-late.title': 'Handing over is no longer possible',
    'problem.substitution-too-late.advice': 'The course has begun. Please contact the coordinator.',
    'problem.substitution-without-seat.title': 'There is no seat to hand over',
    'problem.substitution-without-seat.advice':
      'Only someone with a seat can hand it over. Go to your courses to see how things stand now.',
    'problem.substitute-unknown.title': 'This colleague is not in the register',
    'problem.substitute-unknown.advice':
      'This e-mail address is not that of a colleague of the same municipality. Check the address, or ask the contact of your municipality to add the colleague to the register.',
    'problem.enrolment-link-not-valid.title': 'This link no longer works',
    'problem.enrolment-link-not-valid.advice':
      'The link has been used, is incomplete or is more than an hour old. Did you enrol with it? Then sign in with the same e-mail address to see your place. Otherwise ask for a new link on the page of the course.',
    'problem.address-not-for-enrolment.title': 'You cannot enrol here with this e-mail address',
    'problem.address-not-for-enrolment.advice':
      'The address belongs to an account with another role or in another region, or to an account that is closed. Sign in with that account, or ask the coordinator to enrol you. Nothing has been saved.',
    'problem.wishes-too-late.title': 'It is too late to pass on wishes',
    'problem.wishes-too-late.advice': 'The course has begun. Tell the trainer what you need.',
    'problem.request-already-decided.title': 'This request has already been decided',
    'problem.request-already-decided.advice':
      'You need not do anything. The participants page shows what was decided.',
    'problem.offer-expired.title': 'This seat is no longer offered',
    'problem.offer-expired.advice':
      'The time to answer is over and the seat has gone to someone else. Enrol again if you still want to take part.',
    'problem.not-invited.title': 'This course is by invitation',
    'problem.not-invited.advice':
      'Do you want to take part? Ask your municipal contact or the coordinator to enrol you.',
    'problem.other-organisation.title': 'This course is for another organisation',
    'problem.other-organisation.advice':
      'Only people of the organisation that asked for the course can take part. Choose another course.',
    'problem.entry-level-missing.title': 'This course needs another course first',
    'problem.entry-level-missing.advice':
      'There is no valid certificate of the level that the course asks for. Take a course of that level first. Is there other education that counts for it? Ask the coordinator to recognise it.',
    'problem.already-in-course.title': 'There already is an enrolment for this course',
    'problem.already-in-course.advice':
      'For this course a person can have or await a seat on only one date at a time. There already is an enrolment for the session that begins on {{date}}. Change from that date to this one, or cancel that enrolment first.',
    'problem.cancellation-needs-reason.title': 'Give a reason for cancelling',
    'problem.cancellation-needs-reason.advice':
      'The last day to cancel without a reason has passed. Fill in a reason and then cancel. Nothing has changed yet.',
    'problem.substitution-takes-held-seat.title': 'This seat is reserved',
    'problem.substitution-takes-held-seat.advice':
      'The seat is for people of a certain function or organisation. Choose a colleague with that function or of that organisation.',
    'problem.substitution-needs-contact.title': 'Your contact hands over this seat',
    'problem.substitution-needs-contact.advice':
      'This course needs the approval of the municipality. Ask your municipal contact to hand over the seat. You still have your seat.',
    'problem.transfer-too-late.title': 'It is too late to change the date',
    'problem.transfer-too-late.advice':
      'The course has begun, or the last day to cancel without a reason has passed. Ask the coordinator what is still possible. Nothing has changed.',
    'problem.transfer-full.title': 'There is no seat on that date',
    'problem.transfer-full.advice': 'Choose another date. Nothing has changed.',
    'problem.transfer-other-course.title': 'That is another course',
    'problem.transfer-other-course.advice':
      'You can only change to another date of the same course. Choose another date. Nothing has changed.',
    'problem.session-over.title': 'This session is over',
    'problem.session-over.advice':
      'After the last part nobody can get a seat any more. Choose another session.',
    'problem.guest-unknown.title': 'This guest is not on the list',
    'problem.guest-unknown.advice':
      'Perhaps someone else removed the guest already. You need not do anything.',
    'problem.seats-taken.title': 'Not everyone would fit',
    'problem.seats-taken.advice':
      'There are {{count}} seats too few. This touches those who got a seat last: {{names}}. Choose more seats or fewer reservations, or cancel people first.',
    'problem.professional-double-booked.title': 'There is a seat in another course then',
    'problem.professional-double-booked.advice':
      'The other course is “{{course}}” on {{date}}, {{times}}. Cancel that seat first, or choose another date. Nothing was saved.',
    'problem.attendance-not-open-yet.title': 'This part has not begun yet',
    'problem.attendance-not-open-yet.advice':
      'Fill in the attendance from the start of the part. Nothing was saved.',
    'problem.not-on-roster.title': 'This list is no longer right',
    'problem.not-on-roster.advice':
      'It holds someone without a seat in this course, or a part that does not belong to it. Open the page again. Nothing was saved.',
    'problem.not-a-scan.title': 'This file is not a scan',
    'problem.not-a-scan.advice': 'Choose a PDF, or a photo as JPG or PNG. Nothing was saved.',
    'problem.sheet-already-kept.title': 'This scan is there already',
    'problem.sheet-already-kept.advice':
      'Exactly this file is already kept with this session. You need not do anything.',
    'problem.not-checked-in.title': 'Not checked in',
    'problem.not-checked-in.advice': '{{reason}}',
    'problem.session-not-ended.title': 'The course has not ended yet',
    'problem.session-not-ended.advice': 'You can close the course after the end of its last part.',
    'problem.attendance-incomplete.title': 'Not all attendance has been filled in',
    'problem.attendance-incomplete.advice':
      'First fill in the attendance of everyone in every part. Still to be filled in: {{missing}}.',
    'problem.certificate-revoked.title': 'This certificate has been revoked',
    'problem.certificate-revoked.advice':
      'It is no longer valid and can no longer be downloaded. Please contact the coordinator if this is wrong.',
    'problem.certificate-from-elsewhere.title': 'We have no file of this certificate',
    'problem.certificate-from-elsewhere.advice':
      'This certificate was taken over from another administration. Ask whoever issued it for a copy. If something is wrong with it, read it in again or revoke it.',
    'problem.certificate-name-same.title': 'The name on this certificate is right already',
    'problem.certificate-name-same.advice':
      'First change the name of the professional. Then you can replace the certificate.',
    'problem.no-certificates.title': 'There are no certificates to download',
    'problem.no-certificates.advice':
      'Choose something else in the list. Revoked certificates cannot be downloaded.',
    'problem.too-many-certificates.title': 'These are too many certificates at once',
    'problem.too-many-certificates.advice':
      'You can download {{most}} at once. Search the list for a course or municipality, or choose one session.',
    'problem.professional-unknown.title': 'We do not know this professional',
    'problem.professional-unknown.advice':
      'Check the e-mail address, or add the professional to the register first. Nothing was saved.',
    'problem.course-takes-no-interest.title': 'This cannot be done for this course',
    'problem.course-takes-no-interest.advice':
      'The course is no longer given, or only for an organisation that asked for it. See the other courses.',
    'problem.interest-has-seat.title': 'There is a seat in a session of this course already',
    'problem.interest-has-seat.advice':
      'Is another date needed? Then change to another session, or cancel the seat first. After that a new date can be asked for.',
    'problem.already-interested.title': 'This interest is noted already',
    'problem.already-interested.advice':
      'There is nothing to do: a mail will come when there is a session for those who asked.',
    'problem.nobody-to-ask.title': 'There is nobody to ask',
    'problem.nobody-to-ask.advice':
      'Choose municipalities with organisations in the register, or choose organisations yourself. Nothing was sent.',
    'problem.poll-closed.title': 'This poll is closed',
    'problem.poll-closed.advice':
      'The last day to answer is over. Nothing was saved. Are there numbers all the same? Then a new poll is needed. The coordinator of the region sends it.',
    'problem.curriculum-invites-nobody.title': 'There is nobody to invite',
    'problem.curriculum-invites-nobody.advice':
      'Everyone in this list is up to level, has a place or was invited already, or there is no open course of the level asked. Plan a course or choose other people. Nothing was sent.',
    'problem.evaluation-not-open.title': 'These questions are closed',
    'problem.evaluation-not-open.advice':
      'You answered them already, or the time to answer is over. There is nothing left for you to do. Thank you.',
    'problem.follow-up-has-date.title': 'There is a place on one of these days already',
    'problem.follow-up-has-date.advice':
      'Cancel that day first, or hand over the place. After that you can do this. Nothing has changed.',
    'problem.follow-up-handed-over.title': 'A successor was invited already',
    'problem.follow-up-handed-over.advice': 'The list of people shows who that is. Nothing has changed.',
    'problem.nobody-to-invite.title': 'There is nobody to invite',
    'problem.nobody-to-invite.advice':
      'Choose a longer period, or more levels and municipalities. Nothing was sent.',
  },
});
