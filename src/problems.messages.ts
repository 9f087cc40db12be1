import { defineMessages } from './platform/i18n/messages.js';

/** For every problem code what happened (title) and what to do next (advice). */
export const problemMessages = defineMessages({
  nl: {
    'problem.not-found.title': 'Deze pagina is er niet',
    'problem.not-found.advice':
      'Misschien is het adres niet goed of mag u dit niet zien. Ga naar de startpagina en zoek vandaar verder.',
    'problem.sign-in-needed.title': 'U bent niet ingelogd',
    'problem.sign-in-needed.advice': 'Log in en probeer het opnieuw.',
    'problem.not-allowed.title': 'Dit mag u niet doen',
    'problem.not-allowed.advice':
      'Uw rol geeft geen toegang tot dit onderdeel. Vraag de beheerder als u denkt dat dit niet klopt.',
    'problem.cross-site.title': 'Dit formulier kwam van een andere website',
    'problem.cross-site.advice': 'Open de pagina in Leerlijn zelf en vul het formulier daar in.',
    'problem.invalid-input.title': 'Niet alles is goed ingevuld',
    'problem.invalid-input.advice':
      'Verbeter wat er bij de fouten staat en verstuur het opnieuw. Er is niets opgeslagen.',
    'problem.unreadable-body.title': 'We kunnen dit niet lezen',
    'problem.unreadable-body.advice':
      'Wat u stuurde heeft niet de juiste vorm. Open de pagina opnieuw en probeer het nog eens. Er is niets opgeslagen.',
    'problem.body-too-large.title': 'Dit is te groot',
    'problem.body-too-large.advice':
      'Stuur minder tegelijk, of een bestand van hoogstens 10 MB. Er is niets opgeslagen.',
    'problem.several-files.title': 'Dit is meer dan één bestand',
    'problem.several-files.advice': 'Stuur één bestand tegelijk. Er is niets opgeslagen.',
    'problem.unsupported-type.title': 'Dit soort bestand of bericht kennen we niet',
    'problem.unsupported-type.advice': 'Stuur JSON of een formulier. Er is niets opgeslagen.',
    'problem.method-not-allowed.title': 'Dit kan hier niet',
    'problem.method-not-allowed.advice': 'Ga terug naar de vorige pagina en probeer het vandaar.',
    'problem.too-many-requests.title': 'Even wachten',
    'problem.too-many-requests.advice':
      'U hebt dit te vaak achter elkaar gedaan. Probeer het over een minuut opnieuw.',
    'problem.unexpected.title': 'Er ging iets mis bij ons',
    'problem.unexpected.advice':
      'Het ligt niet aan u en er is niets half opgeslagen. Probeer het opnieuw. Blijft het fout gaan, geef dan het kenmerk door aan de beheerder.',
    'problem.idempotency-key-not-valid.title': 'De Idempotency-Key is niet goed',
    'problem.idempotency-key-not-valid.advice':
      'Gebruik 1 tot en met 200 zichtbare ASCII-tekens zonder spaties, bijvoorbeeld een UUID. Er is niets opgeslagen.',
    'problem.idempotency-key-reused.title': 'Deze Idempotency-Key hoort bij een ander verzoek',
    'problem.idempotency-key-reused.advice':
      'Gebruik voor elk nieuw verzoek een nieuwe sleutel. Er is niets opgeslagen.',
    'problem.request-in-progress.title': 'Dit verzoek wordt al uitgevoerd',
    'problem.request-in-progress.advice':
      'Stuur hetzelfde verzoek met dezelfde Idempotency-Key over een paar seconden opnieuw; u krijgt dan het antwoord.',
    'problem.address-has-account.title': 'Dit adres heeft al een account',
    'problem.address-has-account.advice':
      'Bij één e-mailadres hoort één account, ook als dat gesloten is. Gebruik een ander adres.',
    'problem.own-account.title': 'U kunt uw eigen account niet sluiten',
    'problem.own-account.advice': 'Vraag een andere beheerder om dit te doen.',
    'problem.link-not-valid.title': 'Deze link werkt niet meer',
    'problem.link-not-valid.advice':
      'De link is al gebruikt, niet volledig of ouder dan 15 minuten. Vraag een nieuwe link aan om in te loggen.',
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
    'problem.session-without-organisation.title': 'Voor welke organisatie is deze uitvoering?',
    'problem.session-without-organisation.advice':
      'De training is in-company. Kies bij ‘Plaatsen wijzigen’ eerst voor welke organisatie deze uitvoering is. Open daarna de inschrijving.',
    'problem.session-over.title': 'Deze uitvoering is voorbij',
    'problem.session-over.advice':
      'Na het laatste dagdeel kan niemand meer een plaats krijgen. Kies een andere uitvoering.',
    'problem.guest-unknown.title': 'Deze gast staat niet op de lijst',
    'problem.guest-unknown.advice':
      'Misschien heeft iemand anders de gast al weggehaald. U hoeft niets te doen.',
    'problem.seats-taken.title': 'Zo passen niet alle deelnemers',
    'problem.seats-taken.advice':
      'Er zijn {{count}} plaatsen te weinig. Dit raakt wie het laatst een plaats kreeg: {{names}}. Kies meer plaatsen of minder reserveringen, of meld eerst mensen af.',
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
    'problem.professional-double-booked.title': 'Er is dan al een plaats in een andere training',
    'problem.professional-double-booked.advice':
      'De andere training is “{{course}}” op {{date}}, {{times}}. Meld u (of de deelnemer) daar eerst af, of kies een andere datum. Er is niets opgeslagen.',
    'problem.participant-double-booked.title': 'Een deelnemer heeft dan al een andere training',
    'problem.participant-double-booked.advice':
      '{{who}} heeft op {{date}}, {{times}}, al een plaats in “{{course}}”. Kies een andere tijd, of meld deze deelnemer eerst af. Vrij is: {{slots}}. Er is niets opgeslagen.',
    'problem.session-already-begun.title': 'De eerste dag van deze uitvoering is al voorbij',
    'problem.session-already-begun.advice':
      'Niemand kan zich dan nog inschrijven. Verplaats eerst de dagdelen naar een datum die nog komt.',
    'problem.changed-meanwhile.title': 'Iemand anders heeft dit intussen gewijzigd',
    'problem.changed-meanwhile.advice':
      'Open de pagina opnieuw, kijk wat er nu staat en probeer het nog eens. Uw wijziging is niet opgeslagen.',
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
    'problem.evidence-too-large.title': 'Dit dossier is te groot voor één ZIP-bestand',
    'problem.evidence-too-large.advice':
      'De bewaarde bestanden zijn samen groter dan 3,5 GB. Vraag de beheerder om ze uit de database te halen. Er is niets gedownload.',
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
    'problem.organisation-unknown.title': 'Deze organisatie kennen we niet',
    'problem.organisation-unknown.advice':
      'Kies een organisatie uit de lijst van uw gemeente. Er is niets opgeslagen.',
    'problem.curriculum-invites-nobody.title': 'Er is niemand om uit te nodigen',
    'problem.curriculum-invites-nobody.advice':
      'Iedereen in deze lijst is op niveau, heeft al een plaats of is al uitgenodigd, of er is geen open training van het gevraagde niveau. Plan een training of kies andere mensen. Er is niets verstuurd.',
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
    'problem.version-needed.title': 'De versie ontbreekt',
    'problem.version-needed.advice':
      'Haal de gegevens eerst op. Stuur dan de waarde van ETag mee in de header If-Match.',
    'problem.version-gone.title': 'Er is een nieuwere versie',
    'problem.version-gone.advice':
      'Iemand anders heeft dit intussen gewijzigd. Haal de gegevens opnieuw op en verwerk uw wijziging daarin. Er is niets opgeslagen.',
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
    'problem.no-grant-line.title': 'Er is geen begrotingspost voor deze training',
    'problem.no-grant-line.advice':
      'Voor {{year}} is er geen begrotingspost van dit niveau met budget voor {{municipality}}. Vul eerst de begroting aan, of kies een andere betalende gemeente.',
    'problem.decision-number-taken.title': 'Dit nummer is al vastgelegd',
    'problem.decision-number-taken.advice':
      'Er is al een subsidie met beschikking {{decision}}. Kijk het nummer na. Er is niets opgeslagen.',
    'problem.decision-before-application.title': 'Het besluit ligt voor de aanvraag',
    'problem.decision-before-application.advice':
      'Vul een datum in op of na de dag waarop de aanvraag is verstuurd. Er is niets opgeslagen.',
    'problem.granted-over-asked.title': 'Er is meer ingevuld dan is gevraagd',
    'problem.granted-over-asked.advice':
      'Bij {{line}} ({{year}}) vult u meer in dan is gevraagd. Vul hoogstens in wat is gevraagd; wat het Rijk meer geeft, blijft nog te verdelen. Er is niets opgeslagen.',
    'problem.award-of-nothing.title': 'Er is niets toegekend',
    'problem.award-of-nothing.advice':
      'Vul het toegekende bedrag in. Is alles afgewezen? Leg dan de afwijzing vast.',
    'problem.award-below-divided.title': 'U verdeelt meer dan er is toegekend',
    'problem.award-below-divided.advice':
      'Samen verdeelt u {{divided}}. Vul een hoger bedrag in, of verdeel minder. Er is niets opgeslagen.',
    'problem.application-reference-taken.title': 'Dit kenmerk is er al',
    'problem.application-reference-taken.advice':
      'Er is al een aanvraag met dit kenmerk. Vul een ander in, of ga verder met die aanvraag. Er is niets opgeslagen.',
    'problem.application-unknown-choice.title': 'Deze keuze is er niet meer',
    'problem.application-unknown-choice.advice':
      'Kies een jaar van de aanvraag, en een training en gemeenten van uw regio. Er is niets opgeslagen.',
    'problem.application-years-used.title': 'In een jaar dat wegvalt staat nog iets',
    'problem.application-years-used.advice':
      'Haal eerst weg wat de aanvraag in dat jaar vraagt, of laat het jaar staan. Er is niets opgeslagen.',
    'problem.application-line-twice.title': 'Dit staat al in de aanvraag',
    'problem.application-line-twice.advice':
      'Deze training of post staat voor dit jaar al in de aanvraag. Wijzig die regel. Er is niets opgeslagen.',
    'problem.application-line-empty.title': 'Er is voor geen gemeente iets ingevuld',
    'problem.application-line-empty.advice':
      'Vul voor ten minste één gemeente een aantal of bedrag in. Er is niets opgeslagen.',
    'problem.application-submitted.title': 'De aanvraag is al ingediend',
    'problem.application-submitted.advice':
      'Wat is ingediend, verandert niet meer. Vraagt u iets anders? Begin een nieuwe aanvraag.',
    'problem.application-empty.title': 'De aanvraag vraagt nog niets',
    'problem.application-empty.advice':
      'Voeg eerst trainingen of een andere post toe. Er is niets opgeslagen.',
    'problem.application-not-waiting.title': 'Deze aanvraag wacht niet op een besluit',
    'problem.application-not-waiting.advice':
      'Een besluit kunt u vastleggen als de aanvraag is ingediend en er nog geen besluit is.',
    'problem.decision-in-future.title': 'De datum van het besluit ligt in de toekomst',
    'problem.decision-in-future.advice': 'Leg een besluit vast als het genomen is. Er is niets opgeslagen.',
    'problem.amendment-of-nothing.title': 'Het bedrag verandert niet',
    'problem.amendment-of-nothing.advice':
      'Dit is al het bedrag van de subsidie. Vul het nieuwe bedrag in. Er is niets opgeslagen.',
    'problem.amendment-below-divided.title': 'Er is al meer verdeeld',
    'problem.amendment-below-divided.advice':
      'Over de posten en gemeenten is al {{divided}} verdeeld. Verschuif eerst geld naar ‘nog niet verdeeld’. Er is niets opgeslagen.',
    'problem.amendment-already-recorded.title': 'Dit besluit is al vastgelegd',
    'problem.amendment-already-recorded.advice':
      'Een wijziging van deze subsidie met dit kenmerk staat er al. Controleer het kenmerk. Er is niets opgeslagen.',
    'problem.shift-of-nothing.title': 'Er wordt niets verschoven',
    'problem.shift-of-nothing.advice':
      'Vul een bedrag in, of een training met het aantal. Er is niets opgeslagen.',
    'problem.shift-of-own-money.title': 'De eigen bijdrage is geen geld van de subsidie',
    'problem.shift-of-own-money.advice':
      'Verschuif binnen de subsidie of binnen de eigen bijdrage. Wordt de eigen bijdrage meer of minder? Kies dan aan de andere kant ‘nog niet verdeeld’. Er is niets opgeslagen.',
    'problem.shift-to-itself.title': 'Van en naar zijn hetzelfde',
    'problem.shift-to-itself.advice':
      'Kies een andere post of gemeente om naar te verschuiven. Er is niets opgeslagen.',
    'problem.shift-of-trainings-within.title': 'Deze trainingen blijven bij dezelfde gemeente',
    'problem.shift-of-trainings-within.advice':
      'Een training is toegedeeld aan een gemeente, niet aan een post. Laat de training leeg, of kies een andere gemeente. Er is niets opgeslagen.',
    'problem.shift-over-budget.title': 'Er is niet genoeg vrij',
    'problem.shift-over-budget.advice':
      'Daar is nog {{free}} vrij. De rest is vastgelegd of uitgegeven. Verschuif niet meer dan dat. Er is niets opgeslagen.',
    'problem.shift-over-allotment.title': 'Er zijn niet genoeg trainingen over',
    'problem.shift-over-allotment.advice':
      'Van deze training heeft die gemeente er nog {{left}} over. Verschuif niet meer dan dat. Er is niets opgeslagen.',
    'problem.not-a-document.title': 'Dit bestand kan niet worden bewaard',
    'problem.not-a-document.advice': 'Kies een PDF, JPG of PNG. Er is niets opgeslagen.',
    'problem.document-already-kept.title': 'Dit stuk is er al',
    'problem.document-already-kept.advice':
      'Precies dit bestand is al bij dit besluit bewaard. U hoeft niets te doen.',
    'problem.import-against-years.title': 'De subsidie is over deze jaren verdeeld',
    'problem.import-against-years.advice':
      'Subsidie {{what}} heeft begrotingsposten of trainingen in een jaar dat in de lijst wegvalt. Laat dat jaar in de lijst staan. Er is niets opgeslagen.',
    'problem.import-against-decision.title': 'Dit verandert een besluit',
    'problem.import-against-decision.advice':
      'Het bestand verandert een bedrag of een aantal waarop al is geboekt of waarover al is besloten: {{what}}. Laat dat staan zoals het is, en laat financiën een verschuiving of een wijziging vastleggen bij de subsidie. Er is niets opgeslagen.',
    'problem.allotment-used-up.title': 'De toedeling is op',
    'problem.allotment-used-up.advice':
      '{{municipality}} heeft {{used}} van de {{trainings}} toegedeelde trainingen van deze soort gebruikt. Kies een andere betalende gemeente, of vraag financiën om een verschuiving van trainingen vast te leggen. Er is niets vastgelegd.',
    'problem.budget-short.title': 'Er is te weinig budget',
    'problem.budget-short.advice':
      'De uitvoering kost {{needed}} en er is nog {{free}} vrij. Verlaag de prijs, of vraag financiën om een verschuiving van budget vast te leggen. Er is niets vastgelegd.',
    'problem.price-from-that-day.title': 'Er is al een prijs vanaf die dag',
    'problem.price-from-that-day.advice':
      'Kies een andere dag, of haal eerst de prijs die er staat van de lijst. Er is niets opgeslagen.',
    'problem.price-too-far-ahead.title': 'Die dag ligt te ver weg',
    'problem.price-too-far-ahead.advice':
      'Vul een dag in die hoogstens tien jaar na vandaag ligt. Er is niets opgeslagen.',
    'problem.no-price.title': 'Er is geen prijs',
    'problem.no-price.advice':
      'Op de laatste dag van deze uitvoering geldt geen prijs van de training. Voeg er een toe bij de training, of vul bij de uitvoering in wat er is afgesproken. Er is niets vastgelegd.',
    'problem.extra-costs-too-low.title': 'Zoveel kan er niet af',
    'problem.extra-costs-too-low.advice':
      'Van de extra kosten kan nog hoogstens {{most}} af: wat er staat en niet gefactureerd is. Is een factuur te hoog, leg dan een creditnota vast. Er is niets opgeslagen.',
    'problem.step-twice.title': 'Twee regels hebben dezelfde dag',
    'problem.step-twice.advice': 'Geef elke regel een ander aantal dagen. Er is niets opgeslagen.',
    'problem.step-not-rising.title': 'Een latere dag heeft een lager percentage',
    'problem.step-not-rising.advice':
      'Hoe dichter bij de uitvoering, hoe hoger het deel dat verschuldigd is; het mag ook gelijk blijven. Pas de percentages aan. Er is niets opgeslagen.',
    'problem.share-over-budget.title': 'Een gemeente heeft te weinig budget',
    'problem.share-over-budget.advice':
      'Het deel van {{municipality}} is {{needed}} en daar is nog {{free}} vrij op deze begrotingspost. Laat financiën eerst een verschuiving van budget vastleggen, of laat de coördinator een andere verdeling kiezen. Er is niets vastgelegd.',
    'problem.sharing-of-non-member.title': 'Een gemeente hoort niet bij de regio',
    'problem.sharing-of-non-member.advice':
      'Alleen gemeenten van uw regio kunnen een deel van de kosten dragen. Kies andere gemeenten. Er is niets opgeslagen.',
    'problem.commitment-settled.title': 'Deze verplichting is al afgerond',
    'problem.commitment-settled.advice':
      'De eindfactuur is geboekt of de training is afgelast. Bekijk in de uitgaven wat er geboekt is. Er is niets opgeslagen.',
    'problem.invoice-already-recorded.title': 'Deze factuur is al geboekt',
    'problem.invoice-already-recorded.advice':
      'Deze leverancier heeft al een factuur met dit nummer. Controleer het nummer. Er is niets opgeslagen.',
    'problem.not-an-invoice-file.title': 'Dit bestand is geen factuur die Leerlijn kan lezen',
    'problem.not-an-invoice-file.advice':
      'Kies een e-factuur (UBL, een bestand dat eindigt op .xml) of een lijst van facturen (CSV). Een PDF, een Excel-bestand of een zip-bestand kan hier niet worden gelezen. Er is niets opgeslagen.',
    'problem.invoice-file-with-doctype.title': 'Dit bestand is niet veilig om te lezen',
    'problem.invoice-file-with-doctype.advice':
      'Er staat een documenttype (DOCTYPE) in. Daarmee kan een bestand andere bestanden ophalen. In een e-factuur hoort dat niet. Vraag de leverancier om een gewone e-factuur. Er is niets opgeslagen.',
    'problem.invoice-file-already-received.title': 'Dit bestand is al ingelezen',
    'problem.invoice-file-already-received.advice':
      'Precies hetzelfde bestand is er al. Zoek de factuur op bij de ontvangen facturen. Er is niets opgeslagen.',
    'problem.invoice-already-received.title': 'Deze factuur is er al',
    'problem.invoice-already-received.advice':
      'Van deze leverancier is al een factuur met dit nummer ingelezen. Zoek die op bij de ontvangen facturen. Er is niets opgeslagen.',
    'problem.invoice-field-unreadable.title': 'In deze e-factuur is een gegeven niet te lezen',
    'problem.invoice-field-unreadable.advice':
      'Het veld {{field}} ontbreekt, of er staat iets in wat daar niet hoort. Vraag de leverancier om een nieuwe e-factuur, of boek de factuur zelf bij Verplichtingen. Er is niets opgeslagen.',
    'problem.invoice-not-in-euros.title': 'Deze e-factuur is niet in euro’s',
    'problem.invoice-not-in-euros.advice':
      'De munt is {{currency}}. Leerlijn boekt alleen euro’s. Vraag de leverancier om een factuur in euro’s. Er is niets opgeslagen.',
    'problem.invoice-does-not-add-up.title': 'De bedragen in deze e-factuur kloppen niet met elkaar',
    'problem.invoice-does-not-add-up.advice':
      'Het bedrag in het veld {{field}} is niet wat de andere bedragen samen geven. Vraag de leverancier om een nieuwe e-factuur. Er is niets opgeslagen.',
    'problem.invoice-amount-negative.title': 'Het bedrag van deze factuur is niet hoger dan 0',
    'problem.invoice-amount-negative.advice':
      'Geld dat u terugkrijgt staat op een creditnota. Vraag de leverancier om een creditnota in plaats van deze factuur. Er is niets opgeslagen.',
    'problem.received-invoice-done.title': 'Met deze factuur is al iets gedaan',
    'problem.received-invoice-done.advice':
      'De factuur is intussen geboekt of opzijgezet. Open de factuur opnieuw om te zien wat er is gedaan. Er is niets opgeslagen.',
    'problem.not-a-ledger-file.title': 'Deze lijst kan niet worden gelezen',
    'problem.not-a-ledger-file.advice':
      'Kies een CSV-bestand van hoogstens 5.000 regels, met op de eerste regel de namen van de kolommen. Een Excel-bestand slaat u eerst op als CSV. Er is niets opgeslagen.',
    'problem.download-differs.title': 'Dit bestand is niet meer precies hetzelfde te maken',
    'problem.download-differs.advice':
      'De inhoud of de indeling komt nu anders uit dan toen. Vraag uw beheerder of het systeem intussen is vernieuwd. Gebruik het bestand dat u hebt bewaard, of maak bij de uitgaven een nieuwe download met "Geboekt tot en met".',
    'problem.already-reconciled.title': 'Deze lijst is al vergeleken',
    'problem.already-reconciled.advice':
      'Open de afstemming om de uitkomst te zien. Klopten de kolommen niet? Lees het bestand dan opnieuw in. Er is niets veranderd.',
    'problem.not-a-credit-note.title': 'Dit is geen creditnota',
    'problem.not-a-credit-note.advice':
      'Boek deze factuur op een verplichting of op een begrotingspost. Er is niets opgeslagen.',
    'problem.invoice-date-in-future.title': 'De factuurdatum ligt in de toekomst',
    'problem.invoice-date-in-future.advice': 'Vul een datum in tot en met vandaag. Er is niets opgeslagen.',
    'problem.invoice-before-grant-year.title': 'De factuur is van voor het subsidiejaar',
    'problem.invoice-before-grant-year.advice':
      'Deze kosten horen bij het subsidiejaar {{year}}. Vul een factuurdatum in vanaf 1 januari {{year}}. Er is niets opgeslagen.',
    'problem.cost-outside-grant-year.title': 'De datum van de kosten valt buiten het subsidiejaar',
    'problem.cost-outside-grant-year.advice':
      'Deze begrotingspost hoort bij het subsidiejaar {{year}}. Vul een datum in dat jaar in, of kies een post van het jaar van de kosten. Er is niets opgeslagen.',
    'problem.year-already-closed.title': 'Dit jaar is al afgesloten',
    'problem.year-already-closed.advice':
      '{{year}} is afgesloten en verandert niet meer. Moet het toch anders? Vraag dan om het jaar weer te openen. Er is niets opgeslagen.',
    'problem.year-not-over.title': 'Dit jaar is nog niet voorbij',
    'problem.year-not-over.advice':
      'U kunt {{year}} afsluiten vanaf 1 januari daarna. Controleer of u het goede jaar koos. Er is niets opgeslagen.',
    'problem.half-year-not-over.title': 'Dit halfjaar is nog niet voorbij',
    'problem.half-year-not-over.advice':
      'U kunt de rapportage vaststellen als het halfjaar voorbij is. Tot dan ziet u het concept. Er is niets opgeslagen.',
    'problem.earlier-year-open.title': 'Een eerder jaar is nog open',
    'problem.earlier-year-open.advice':
      'Sluit eerst {{earlier}} af. Wat daar nog wordt geboekt, telt mee in {{year}}. Er is niets opgeslagen.',
    'problem.final-not-chosen.title': 'Kies eerst of dit de laatste verantwoording is',
    'problem.final-not-chosen.advice':
      'Kies ja of nee bij: {{decisions}}. Sluit {{year}} daarna af. Er is niets opgeslagen.',
    'problem.year-not-closed.title': 'Dit jaar is open',
    'problem.year-not-closed.advice': '{{year}} is niet afgesloten. U kunt er gewoon in boeken.',
    'problem.later-year-closed.title': 'Een later jaar is al afgesloten',
    'problem.later-year-closed.advice':
      'Alleen het laatste afgesloten jaar kan weer open, omdat latere jaren erop verder tellen. Boek een correctie in het jaar dat open is. Er is niets opgeslagen.',
    'problem.reopening-already-asked.title': 'Dit is al gevraagd',
    'problem.reopening-already-asked.advice':
      'Er wacht al een vraag om dit jaar weer te openen. Een andere collega van financiën kan die bevestigen.',
    'problem.reopening-not-asked.title': 'Niemand heeft gevraagd om dit jaar weer te openen',
    'problem.reopening-not-asked.advice':
      'Vraag eerst om het jaar weer te openen. Een andere collega van financiën bevestigt dat dan.',
    'problem.reopening-by-same-person.title': 'Iemand anders moet dit bevestigen',
    'problem.reopening-by-same-person.advice':
      'U vroeg zelf om het jaar weer te openen. Vraag een collega van financiën om het te bevestigen. Er is niets opgeslagen.',
    'problem.cost-over-budget.title': 'Het bedrag past niet in het budget',
    'problem.cost-over-budget.advice':
      'Voor deze gemeente is op deze post nog {{free}} vrij. Dat is {{short}} te weinig. Controleer het bedrag, kies een andere post of leg eerst een verschuiving vast. Er is niets opgeslagen.',
    'problem.no-budget-on-line.title': 'Deze gemeente heeft geen budget op deze post',
    'problem.no-budget-on-line.advice':
      'Kies een gemeente die op deze begrotingspost budget heeft, of een andere post. Er is niets opgeslagen.',
    'problem.not-an-invoice.title': 'Dit is al een creditnota',
    'problem.not-an-invoice.advice':
      'Open de factuur waar deze creditnota bij hoort, en boek daarop. Er is niets opgeslagen.',
    'problem.credit-note-before-invoice.title': 'De creditnota is van voor de factuur',
    'problem.credit-note-before-invoice.advice':
      'Vul een datum in vanaf de datum van de factuur. Er is niets opgeslagen.',
    'problem.credit-note-over-invoice.title': 'De creditnota is hoger dan wat er is geboekt',
    'problem.credit-note-over-invoice.advice':
      'Van deze factuur is nog {{left}} geboekt. Vul een bedrag in dat niet hoger is. Er is niets opgeslagen.',
    'problem.invoice-over-budget.title': 'Het bedrag past niet in het budget',
    'problem.invoice-over-budget.advice':
      'Van de verplichting staat {{open}} open en er is nog {{free}} vrij. Dat is {{short}} te weinig. Controleer het bedrag of leg eerst een verschuiving vast. Er is niets opgeslagen.',
  },
  en: {
    'problem.not-found.title': 'This page does not exist',
    'problem.not-found.advice':
      'The address may be wrong, or you may not see this. Go to the home page and look from there.',
    'problem.sign-in-needed.title': 'You are not signed in',
    'problem.sign-in-needed.advice': 'Sign in and try again.',
    'problem.not-allowed.title': 'You may not do this',
    'problem.not-allowed.advice':
      'Your role gives no access to this part. Ask the administrator if you think this is wrong.',
    'problem.cross-site.title': 'This form came from another website',
    'problem.cross-site.advice': 'Open the page in Leerlijn itself and fill in the form there.',
    'problem.invalid-input.title': 'Not everything is filled in correctly',
    'problem.invalid-input.advice': 'Correct what the errors name and send it again. Nothing was saved.',
    'problem.unreadable-body.title': 'We cannot read this',
    'problem.unreadable-body.advice':
      'What you sent does not have the right form. Open the page again and try once more. Nothing was saved.',
    'problem.body-too-large.title': 'This is too large',
    'problem.body-too-large.advice': 'Send less at a time, or a file of 10 MB at most. Nothing was saved.',
    'problem.several-files.title': 'This is more than one file',
    'problem.several-files.advice': 'Send one file at a time. Nothing was saved.',
    'problem.unsupported-type.title': 'We do not know this kind of file or message',
    'problem.unsupported-type.advice': 'Send JSON or a form. Nothing was saved.',
    'problem.method-not-allowed.title': 'This is not possible here',
    'problem.method-not-allowed.advice': 'Go back to the page before and try from there.',
    'problem.too-many-requests.title': 'Please wait a moment',
    'problem.too-many-requests.advice': 'You did this too often in a row. Try again in a minute.',
    'problem.unexpected.title': 'Something went wrong on our side',
    'problem.unexpected.advice':
      'It is not your doing, and nothing was half saved. Try again. If it keeps failing, give the reference to the administrator.',
    'problem.idempotency-key-not-valid.title': 'The Idempotency-Key is not right',
    'problem.idempotency-key-not-valid.advice':
      'Use 1 to 200 visible ASCII characters without spaces, for example a UUID. Nothing was saved.',
    'problem.idempotency-key-reused.title': 'This Idempotency-Key belongs to another request',
    'problem.idempotency-key-reused.advice': 'Use a new key for each new request. Nothing was saved.',
    'problem.request-in-progress.title': 'This request is already being carried out',
    'problem.request-in-progress.advice':
      'Send the same request with the same Idempotency-Key again in a few seconds; you will then get the answer.',
    'problem.address-has-account.title': 'This address has an account already',
    'problem.address-has-account.advice':
      'One e-mail address has one account, even when that is closed. Use another address.',
    'problem.own-account.title': 'You cannot close your own account',
    'problem.own-account.advice': 'Ask another administrator to do it.',
    'problem.link-not-valid.title': 'This link no longer works',
    'problem.link-not-valid.advice':
      'The link has been used, is not complete or is older than 15 minutes. Ask for a new link to sign in.',
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
    'problem.session-without-organisation.title': 'For which organisation is this session?',
    'problem.session-without-organisation.advice':
      'The course is in-company. First choose under ‘Change the seats’ for which organisation this session is. Then open it for enrolment.',
    'problem.session-over.title': 'This session is over',
    'problem.session-over.advice':
      'After the last part nobody can get a seat any more. Choose another session.',
    'problem.guest-unknown.title': 'This guest is not on the list',
    'problem.guest-unknown.advice':
      'Perhaps someone else removed the guest already. You need not do anything.',
    'problem.seats-taken.title': 'Not everyone would fit',
    'problem.seats-taken.advice':
      'There are {{count}} seats too few. This touches those who got a seat last: {{names}}. Choose more seats or fewer reservations, or cancel people first.',
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
    'problem.professional-double-booked.title': 'There is a seat in another course then',
    'problem.professional-double-booked.advice':
      'The other course is “{{course}}” on {{date}}, {{times}}. Cancel that seat first, or choose another date. Nothing was saved.',
    'problem.participant-double-booked.title': 'A participant has another course then',
    'problem.participant-double-booked.advice':
      '{{who}} already has a seat in “{{course}}” on {{date}}, {{times}}. Choose another time, or cancel this participant first. Free is: {{slots}}. Nothing was saved.',
    'problem.session-already-begun.title': 'The first day of this session is already over',
    'problem.session-already-begun.advice':
      'Nobody could enrol any more. First move the parts to a date that is still to come.',
    'problem.changed-meanwhile.title': 'Someone else changed this in the meantime',
    'problem.changed-meanwhile.advice':
      'Open the page again, see what it says now and try once more. Your change was not saved.',
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
    'problem.evidence-too-large.title': 'This file is too large for one ZIP',
    'problem.evidence-too-large.advice':
      'The files that were kept are larger than 3.5 GB together. Ask the administrator to get them from the database. Nothing was downloaded.',
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
    'problem.organisation-unknown.title': 'We do not know this organisation',
    'problem.organisation-unknown.advice':
      'Choose an organisation from the list of your municipality. Nothing was saved.',
    'problem.curriculum-invites-nobody.title': 'There is nobody to invite',
    'problem.curriculum-invites-nobody.advice':
      'Everyone in this list is up to level, has a place or was invited already, or there is no open course of the level asked. Plan a course or choose other people. Nothing was sent.',
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
    'problem.version-needed.title': 'The version is missing',
    'problem.version-needed.advice':
      'First get the data. Then send the value of ETag along in the header If-Match.',
    'problem.version-gone.title': 'There is a newer version',
    'problem.version-gone.advice':
      'Someone else changed this in the meantime. Get the data again and make your change in them. Nothing was saved.',
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
    'problem.no-grant-line.title': 'There is no grant line for this course',
    'problem.no-grant-line.advice':
      'For {{year}} there is no grant line of this level with a budget for {{municipality}}. Add to the budget first, or choose another paying municipality.',
    'problem.decision-number-taken.title': 'This number has been recorded already',
    'problem.decision-number-taken.advice':
      'There is a grant with decision {{decision}} already. Check the number. Nothing was saved.',
    'problem.decision-before-application.title': 'The decision comes before the application',
    'problem.decision-before-application.advice':
      'Fill in a date on or after the day on which the application was sent. Nothing was saved.',
    'problem.granted-over-asked.title': 'More was filled in than was asked',
    'problem.granted-over-asked.advice':
      'For {{line}} ({{year}}) you fill in more than was asked. Fill in at most what was asked; what the state gives more stays to be divided. Nothing was saved.',
    'problem.award-of-nothing.title': 'Nothing was awarded',
    'problem.award-of-nothing.advice':
      'Fill in the amount that was awarded. Was all of it refused? Then record the refusal.',
    'problem.award-below-divided.title': 'You divide more than was awarded',
    'problem.award-below-divided.advice':
      'Together you divide {{divided}}. Fill in a higher amount, or divide less. Nothing was saved.',
    'problem.application-reference-taken.title': 'This reference is there already',
    'problem.application-reference-taken.advice':
      'There is an application with this reference already. Fill in another one, or go on with that application. Nothing was saved.',
    'problem.application-unknown-choice.title': 'This choice is not there any more',
    'problem.application-unknown-choice.advice':
      'Choose a year of the application, and a course and municipalities of your region. Nothing was saved.',
    'problem.application-years-used.title': 'Something still stands in a year that is left out',
    'problem.application-years-used.advice':
      'First remove what the application asks in that year, or keep the year. Nothing was saved.',
    'problem.application-line-twice.title': 'The application has this already',
    'problem.application-line-twice.advice':
      'The application has this course or line for this year already. Change that line. Nothing was saved.',
    'problem.application-line-empty.title': 'Nothing was filled in for any municipality',
    'problem.application-line-empty.advice':
      'Fill in a number or amount for at least one municipality. Nothing was saved.',
    'problem.application-submitted.title': 'The application has been submitted already',
    'problem.application-submitted.advice':
      'What was submitted does not change any more. Do you ask something else? Begin a new application.',
    'problem.application-empty.title': 'The application asks nothing yet',
    'problem.application-empty.advice': 'First add trainings or another line. Nothing was saved.',
    'problem.application-not-waiting.title': 'This application does not wait for a decision',
    'problem.application-not-waiting.advice':
      'A decision can be recorded once the application has been submitted and as long as there is no decision.',
    'problem.decision-in-future.title': 'The date of the decision lies in the future',
    'problem.decision-in-future.advice': 'Record a decision once it has been taken. Nothing was saved.',
    'problem.amendment-of-nothing.title': 'The amount does not change',
    'problem.amendment-of-nothing.advice':
      'This already is the amount of the grant. Fill in the new amount. Nothing was saved.',
    'problem.amendment-below-divided.title': 'More has been divided already',
    'problem.amendment-below-divided.advice':
      '{{divided}} has been divided over the lines and municipalities. First shift money to ‘not divided yet’. Nothing was saved.',
    'problem.amendment-already-recorded.title': 'This decision has been recorded already',
    'problem.amendment-already-recorded.advice':
      'An amendment of this grant with this reference is there already. Check the reference. Nothing was saved.',
    'problem.shift-of-nothing.title': 'Nothing is shifted',
    'problem.shift-of-nothing.advice': 'Fill in an amount, or a course with a number. Nothing was saved.',
    'problem.shift-of-own-money.title': 'The own contribution is no money of the grant',
    'problem.shift-of-own-money.advice':
      'Shift within the grant or within the own contribution. Does the own contribution become more or less? Then choose ‘not divided yet’ on the other side. Nothing was saved.',
    'problem.shift-to-itself.title': 'From and to are the same',
    'problem.shift-to-itself.advice': 'Choose another line or municipality to shift to. Nothing was saved.',
    'problem.shift-of-trainings-within.title': 'These trainings stay with the same municipality',
    'problem.shift-of-trainings-within.advice':
      'A training is allotted to a municipality, not to a line. Leave the training empty, or choose another municipality. Nothing was saved.',
    'problem.shift-over-budget.title': 'Not enough is free',
    'problem.shift-over-budget.advice':
      '{{free}} is still free there. The rest is committed or spent. Shift no more than that. Nothing was saved.',
    'problem.shift-over-allotment.title': 'Not enough trainings are left',
    'problem.shift-over-allotment.advice':
      'That municipality has {{left}} of this training left. Shift no more than that. Nothing was saved.',
    'problem.not-a-document.title': 'This file cannot be kept',
    'problem.not-a-document.advice': 'Choose a PDF, JPG or PNG. Nothing was saved.',
    'problem.document-already-kept.title': 'This document is there already',
    'problem.document-already-kept.advice':
      'Exactly this file is already kept with this decision. You need not do anything.',
    'problem.import-against-years.title': 'The grant is divided over these years',
    'problem.import-against-years.advice':
      'Grant {{what}} has lines or trainings in a year that the list leaves out. Keep that year in the list. Nothing has been saved.',
    'problem.import-against-decision.title': 'This changes a decision',
    'problem.import-against-decision.advice':
      'The file changes an amount or a number on which something has been booked or decided: {{what}}. Leave it as it is, and let finance record a shift or an amendment with the grant. Nothing was saved.',
    'problem.allotment-used-up.title': 'The allotment is used up',
    'problem.allotment-used-up.advice':
      '{{municipality}} has used {{used}} of the {{trainings}} trainings of this kind that it was allotted. Choose another paying municipality, or ask finance to record a shift of trainings. Nothing was recorded.',
    'problem.budget-short.title': 'There is not enough budget',
    'problem.budget-short.advice':
      'The course costs {{needed}} and {{free}} is still free. Lower the price, or ask finance to record a shift of budget. Nothing was recorded.',
    'problem.price-from-that-day.title': 'There is a price from that day already',
    'problem.price-from-that-day.advice':
      'Choose another day, or first take the price that stands there off the list. Nothing was saved.',
    'problem.price-too-far-ahead.title': 'That day is too far away',
    'problem.price-too-far-ahead.advice':
      'Fill in a day that is at most ten years after today. Nothing was saved.',
    'problem.no-price.title': 'There is no price',
    'problem.no-price.advice':
      'On the last day of this session no price of the course holds. Add one to the course, or fill in with the session what was agreed. Nothing was recorded.',
    'problem.extra-costs-too-low.title': 'That much cannot be taken off',
    'problem.extra-costs-too-low.advice':
      'At most {{most}} can still be taken off the extra costs: what stands there and has not been invoiced. If an invoice is too high, record a credit note. Nothing was saved.',
    'problem.step-twice.title': 'Two lines have the same day',
    'problem.step-twice.advice': 'Give each line another number of days. Nothing was saved.',
    'problem.step-not-rising.title': 'A later day has a lower percentage',
    'problem.step-not-rising.advice':
      'Nearer to the session the part that is owed stays the same or becomes higher. Change the percentages. Nothing was saved.',
    'problem.share-over-budget.title': 'A municipality has too little budget',
    'problem.share-over-budget.advice':
      'The share of {{municipality}} is {{needed}} and it has {{free}} free on this grant line. Let finance record a shift of budget first, or let the coordinator share the cost in another way. Nothing was recorded.',
    'problem.sharing-of-non-member.title': 'A municipality is not part of the region',
    'problem.sharing-of-non-member.advice':
      'Only municipalities of your region can bear a part of the cost. Choose other municipalities. Nothing was saved.',
    'problem.commitment-settled.title': 'This commitment has been settled',
    'problem.commitment-settled.advice':
      'The final invoice was recorded or the course was called off. The ledger shows what was booked. Nothing was saved.',
    'problem.invoice-already-recorded.title': 'This invoice has been recorded before',
    'problem.invoice-already-recorded.advice':
      'This supplier already has an invoice with this number. Check the number. Nothing was saved.',
    'problem.not-an-invoice-file.title': 'This file is no invoice that Leerlijn can read',
    'problem.not-an-invoice-file.advice':
      'Choose an e-invoice (UBL, a file that ends in .xml) or a list of invoices (CSV). A PDF, an Excel file or a zip file cannot be read here. Nothing was saved.',
    'problem.invoice-file-with-doctype.title': 'This file is not safe to read',
    'problem.invoice-file-with-doctype.advice':
      'It holds a document type (DOCTYPE), with which a file can fetch other files. An e-invoice has none. Ask the supplier for a plain e-invoice. Nothing was saved.',
    'problem.invoice-file-already-received.title': 'This file has been read in before',
    'problem.invoice-file-already-received.advice':
      'Exactly the same file is there already. Look the invoice up among those received. Nothing was saved.',
    'problem.invoice-already-received.title': 'This invoice is there already',
    'problem.invoice-already-received.advice':
      'An invoice of this supplier with this number has been read in before. Look it up among those received. Nothing was saved.',
    'problem.invoice-field-unreadable.title': 'Part of this e-invoice cannot be read',
    'problem.invoice-field-unreadable.advice':
      'The field {{field}} is missing or holds what does not belong there. Ask the supplier for a new e-invoice, or record the invoice yourself under Commitments. Nothing was saved.',
    'problem.invoice-not-in-euros.title': 'This e-invoice is not in euros',
    'problem.invoice-not-in-euros.advice':
      'Its currency is {{currency}}. Leerlijn books euros only. Ask the supplier for an invoice in euros. Nothing was saved.',
    'problem.invoice-does-not-add-up.title': 'The amounts of this e-invoice do not add up',
    'problem.invoice-does-not-add-up.advice':
      'The amount in the field {{field}} is not what the other amounts give together. Ask the supplier for a new e-invoice. Nothing was saved.',
    'problem.invoice-amount-negative.title': 'The amount of this invoice is not above 0',
    'problem.invoice-amount-negative.advice':
      'Money that comes back stands on a credit note. Ask the supplier for a credit note instead of this invoice. Nothing was saved.',
    'problem.received-invoice-done.title': 'Something has been done with this invoice already',
    'problem.received-invoice-done.advice':
      'The invoice has been recorded or set aside in the meantime. Open it again to see what was done. Nothing was saved.',
    'problem.not-a-ledger-file.title': 'This list cannot be read',
    'problem.not-a-ledger-file.advice':
      'Choose a CSV file of at most 5,000 lines, with the names of the columns on its first line. Save an Excel file as CSV first. Nothing was saved.',
    'problem.download-differs.title': 'This file cannot be made exactly the same any more',
    'problem.download-differs.advice':
      'Its contents or its layout come out otherwise now than then. Ask your administrator whether the system was renewed since. Use the file that you kept, or make a new download of the spending with "Booked up to and including".',
    'problem.already-reconciled.title': 'This list has been compared already',
    'problem.already-reconciled.advice':
      'Open the reconciliation to see the outcome. Were the columns wrong? Then read the file in again. Nothing was changed.',
    'problem.not-a-credit-note.title': 'This is no credit note',
    'problem.not-a-credit-note.advice':
      'Record this invoice on a commitment or on a grant line. Nothing was saved.',
    'problem.invoice-date-in-future.title': 'The invoice date is in the future',
    'problem.invoice-date-in-future.advice': 'Fill in a date up to and including today. Nothing was saved.',
    'problem.invoice-before-grant-year.title': 'The invoice is of before the grant year',
    'problem.invoice-before-grant-year.advice':
      'This cost belongs to grant year {{year}}. Fill in an invoice date from 1 January {{year}} on. Nothing was saved.',
    'problem.cost-outside-grant-year.title': 'The date of the cost is outside the grant year',
    'problem.cost-outside-grant-year.advice':
      'This grant line belongs to grant year {{year}}. Fill in a date in that year, or choose a line of the year of the cost. Nothing was saved.',
    'problem.year-already-closed.title': 'This year has been closed already',
    'problem.year-already-closed.advice':
      '{{year}} has been closed and does not change any more. Must it be different after all? Ask to open the year again. Nothing was saved.',
    'problem.year-not-over.title': 'This year is not over yet',
    'problem.year-not-over.advice':
      'You can close {{year}} from 1 January after it. Check whether you chose the right year. Nothing was saved.',
    'problem.half-year-not-over.title': 'This half-year is not over yet',
    'problem.half-year-not-over.advice':
      'You can make the report final when the half-year is over. Until then you see the draft. Nothing was saved.',
    'problem.earlier-year-open.title': 'An earlier year is still open',
    'problem.earlier-year-open.advice':
      'Close {{earlier}} first. What is still booked there counts in {{year}}. Nothing was saved.',
    'problem.final-not-chosen.title': 'First choose whether this is the last statement',
    'problem.final-not-chosen.advice':
      'Choose yes or no for: {{decisions}}. Then close {{year}}. Nothing was saved.',
    'problem.year-not-closed.title': 'This year is open',
    'problem.year-not-closed.advice': '{{year}} has not been closed. You can book in it as usual.',
    'problem.later-year-closed.title': 'A later year has been closed',
    'problem.later-year-closed.advice':
      'Only the last closed year can be opened again, because later years build on it. Book a correction in the year that is open. Nothing was saved.',
    'problem.reopening-already-asked.title': 'This was asked already',
    'problem.reopening-already-asked.advice':
      'A request to open this year again is waiting. Another colleague of finance can confirm it.',
    'problem.reopening-not-asked.title': 'Nobody asked to open this year again',
    'problem.reopening-not-asked.advice':
      'First ask to open the year again. Another colleague of finance then confirms it.',
    'problem.reopening-by-same-person.title': 'Someone else must confirm this',
    'problem.reopening-by-same-person.advice':
      'You asked to open the year again yourself. Ask a colleague of finance to confirm it. Nothing was saved.',
    'problem.cost-over-budget.title': 'The amount does not fit in the budget',
    'problem.cost-over-budget.advice':
      'On this line {{free}} is still free for this municipality. That is {{short}} too little. Check the amount, choose another line or record a shift first. Nothing was saved.',
    'problem.no-budget-on-line.title': 'This municipality has no budget on this line',
    'problem.no-budget-on-line.advice':
      'Choose a municipality that has a budget on this grant line, or another line. Nothing was saved.',
    'problem.not-an-invoice.title': 'This is a credit note already',
    'problem.not-an-invoice.advice':
      'Open the invoice that this credit note belongs to, and record on that. Nothing was saved.',
    'problem.credit-note-before-invoice.title': 'The credit note is of before the invoice',
    'problem.credit-note-before-invoice.advice':
      'Fill in a date from the date of the invoice on. Nothing was saved.',
    'problem.credit-note-over-invoice.title': 'The credit note is above what was booked',
    'problem.credit-note-over-invoice.advice':
      'Of this invoice {{left}} is still booked. Fill in an amount that is not higher. Nothing was saved.',
    'problem.invoice-over-budget.title': 'The amount does not fit in the budget',
    'problem.invoice-over-budget.advice':
      'Of the commitment {{open}} is open, and {{free}} is still free. That is {{short}} too little. Check the amount or record a shift first. Nothing was saved.',
  },
});
