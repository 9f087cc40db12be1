import { defineMessages } from '../platform/i18n/messages.js';

export const enrolmentMessages = defineMessages({
  nl: {
    'enrolment.nav.own': 'Mijn trainingen',
    'enrolment.done.confirmed':
      'U bent ingeschreven. U krijgt een bevestiging met een agendabestand per mail.',
    'enrolment.done.waitlisted':
      'De training is vol. U staat op nummer {{position}} van de wachtlijst; we mailen u als er een plaats vrijkomt.',
    'enrolment.done.cancelled': 'U bent afgemeld. U krijgt daarvan een bericht per mail.',
    'enrolment.done.otherConfirmed':
      '{{name}} is ingeschreven en krijgt een bevestiging met een agendabestand per mail.',
    'enrolment.done.otherWaitlisted':
      'Er is geen plaats vrij. {{name}} staat op nummer {{position}} van de wachtlijst en krijgt daarvan een mail.',
    'enrolment.done.otherCancelled': '{{name}} is afgemeld en krijgt daarvan een bericht per mail.',
    'enrolment.status.confirmed': 'ingeschreven',
    'enrolment.status.waitlisted': 'op de wachtlijst',
    'enrolment.status.requested': 'aangevraagd',
    'enrolment.status.offered': 'plaats aangeboden',
    'enrolment.status.noSeat': 'geen plaats gekregen',
    'enrolment.status.cancelled': 'afgemeld',
    'enrolment.status.calledOff': 'gaat niet door',
    'enrolment.status.awaitsFollowUp': 'certificaat wacht op de terugkomdag',
    'enrolment.status.past': 'geweest',
    'enrolment.own.title': 'Mijn trainingen',
    'enrolment.seats.title': 'Plaatsen wijzigen',
    'enrolment.seats.now': 'Nu bezet: {{taken}}. Op de wachtlijst: {{waiting}}.',
    'enrolment.seats.effect':
      'Wie een plaats heeft, houdt die. Komen er plaatsen bij, dan schuift de wachtlijst meteen door en krijgen die mensen een mail.',
    'enrolment.seats.heldFor': '{{name}}',
    'enrolment.seats.organisation': 'Voor welke organisatie is deze uitvoering?',
    'enrolment.seats.functions': 'Plaatsen voor een functie',
    'enrolment.seats.functionsHelp':
      'Houd plaatsen vrij voor mensen met een functie. Ook deze plaatsen zijn vanaf de vrijgavedatum voor iedereen.',
    'enrolment.seats.organisations': 'Plaatsen voor een organisatie',
    'enrolment.seats.organisationsHelp':
      'Houd plaatsen vrij voor mensen van een organisatie. Laat leeg wat u niet nodig hebt.',
    'enrolment.seats.organisationRow': 'Organisatie {{number}}',
    'enrolment.seats.organisationSeats': 'Plaatsen voor organisatie {{number}}',
    'enrolment.seats.terms': 'Inschrijven en afmelden',
    'enrolment.seats.enrolUntil': 'Laatste dag om in te schrijven',
    'enrolment.seats.enrolUntilHelp':
      'Daarna schuift ook niemand meer door van de wachtlijst. U kunt zelf nog iemand een plaats geven. Vult u niets in, dan kan inschrijven tot de training begint.',
    'enrolment.seats.cancelUntil': 'Laatste dag om zonder reden af te melden',
    'enrolment.seats.cancelUntilHelp':
      'Wie later afmeldt, geeft een reden. Vult u niets in, dan kan afmelden zonder reden tot de training begint.',
    'enrolment.seats.chargesLateCancellation':
      'Wie later afmeldt, telt nog mee in de kosten van de eigen gemeente',
    'enrolment.seats.waitingList': 'Wachtlijst',
    'enrolment.seats.overbooking': 'Extra plaatsen (%)',
    'enrolment.seats.overbookingHelp':
      'Zoveel procent meer mensen dan er plaatsen zijn, omdat er altijd iemand wegblijft. Vul 0 in om dat niet te doen.',
    'enrolment.seats.releaseOnHelp':
      'Tot deze datum zijn gereserveerde plaatsen alleen voor de gemeente, functie of organisatie die erbij staat. Vanaf deze datum is wat vrij is voor iedereen.',
    'enrolment.seats.mode': 'Als er een plaats vrijkomt',
    'enrolment.seats.mode.automatic': 'Wie aan de beurt is, krijgt de plaats meteen',
    'enrolment.seats.mode.offer': 'Wie aan de beurt is, krijgt eerst de vraag of die de plaats wil',
    'enrolment.seats.offerHours': 'Werkuren om te antwoorden',
    'enrolment.seats.offerHoursHelp':
      'Alleen als u het eerst vraagt. Werkuren zijn maandag tot en met vrijdag van 9 tot 17 uur, zonder feestdagen. 16 uur is twee werkdagen.',
    'enrolment.seats.submit': 'Plaatsen wijzigen',
    'enrolment.seats.back': 'Niets wijzigen',
    'enrolment.seats.done': 'De plaatsen zijn gewijzigd.',
    'enrolment.own.coming': 'Binnenkort',
    'enrolment.own.interests': 'Bekijk van welke trainingen u een datum wilt horen',
    'enrolment.own.earlier': 'Eerder',
    'enrolment.own.position': 'U staat op nummer {{position}} van de wachtlijst.',
    'enrolment.own.calendar': 'Zet in uw agenda',
    'enrolment.own.transfer': 'Kies een andere datum',
    'enrolment.own.cancel': 'Afmelden',
    'enrolment.own.otherDates': 'Zoek een andere datum',
    'enrolment.own.certificate': 'Certificaat downloaden (PDF)',
    'enrolment.own.emptyTitle': 'U hebt geen training gepland',
    'enrolment.own.emptyText': 'Kies een training en schrijf u in. Daarna vindt u hier de gegevens.',
    'enrolment.own.find': 'Zoek een training',
    'enrolment.own.nothingEarlier': 'U hebt nog geen training gevolgd.',
    'enrolment.cancel.title': 'Afmelden',
    'enrolment.cancel.question': 'Wilt u zich afmelden voor ‘{{course}}’?',
    'enrolment.cancel.questionOther': 'Wilt u {{name}} afmelden voor ‘{{course}}’?',
    'enrolment.cancel.effect':
      'U verliest uw plaats. Staat er een wachtlijst, dan krijgt de volgende uw plaats. U krijgt een mail waarmee de afspraak uit uw agenda gaat.',
    'enrolment.cancel.effectOther':
      '{{name}} verliest de plaats. Staat er een wachtlijst, dan krijgt de volgende die plaats. {{name}} krijgt een mail waarmee de afspraak uit de agenda gaat.',
    'enrolment.cancel.waitingEffect':
      'U gaat van de wachtlijst af. Schrijft u zich later weer in, dan sluit u achteraan aan.',
    'enrolment.cancel.waitingEffectOther':
      '{{name}} gaat van de wachtlijst af en krijgt daarvan een mail. Bij een nieuwe inschrijving sluit {{name}} achteraan aan.',
    'enrolment.cancel.late':
      'De laatste dag om zonder reden af te melden is voorbij. Vul daarom in waarom u afmeldt.',
    'enrolment.cancel.lateCharged':
      'De laatste dag om zonder reden af te melden is voorbij. Vul daarom in waarom u afmeldt. De plaats telt nog mee in de kosten van de gemeente. Kan een collega komen? Draag de plaats dan liever over.',
    'enrolment.cancel.reason': 'Reden',
    'enrolment.cancel.reasonHelp':
      'De contactpersoon en de coördinator kunnen dit lezen. Zet hier niets over personen om wie het gaat bij signalen of casussen.',
    'enrolment.cancel.confirm': 'Ja, afmelden',
    'enrolment.cancel.back': 'Nee, terug',
    'enrolment.roster.title': 'Deelnemers',
    'enrolment.roster.seats':
      '{{taken}} van {{capacity}} plaatsen bezet{{guests}}, {{waiting}} op de wachtlijst.',
    'enrolment.roster.seatsAfter': '{{taken}} van {{capacity}} plaatsen bezet{{guests}}.',
    'enrolment.roster.ofWhomGuests_one': ', van wie 1 gast',
    'enrolment.roster.ofWhomGuests_other': ', van wie {{count}} gasten',
    'enrolment.roster.onlyOwn': 'U ziet alleen de mensen uit uw eigen gemeente.',
    'enrolment.roster.confirmed': 'Ingeschreven',
    'enrolment.roster.waitlisted': 'Wachtlijst',
    'enrolment.roster.noSeat': 'Kreeg geen plaats',
    'enrolment.roster.requested': 'Aangevraagd',
    'enrolment.roster.offered': 'Plaats aangeboden',
    'enrolment.roster.cancelled': 'Afgemeld',
    'enrolment.roster.search': 'Zoek op naam, organisatie of e-mailadres',
    'enrolment.roster.searchAction': 'Zoeken',
    'enrolment.roster.add': 'Iemand inschrijven',
    'enrolment.roster.order':
      'Plaatsen worden in deze volgorde gegeven: eerst mensen uit de gemeente die de training betaalt, dan mensen uit andere gemeenten van de regio, en dan mensen van buiten de regio. Daarbinnen gaat voor wie het langst wacht. Een gereserveerde plaats gaat tot de vrijgavedatum alleen naar iemand van de gemeente, functie of organisatie waarvoor die is.',
    'enrolment.roster.position': 'Nummer',
    'enrolment.roster.name': 'Naam',
    'enrolment.roster.organisation': 'Organisatie',
    'enrolment.roster.municipality': 'Gemeente',
    'enrolment.roster.function': 'Functie',
    'enrolment.roster.action': 'Actie',
    'enrolment.roster.transfer': 'Andere datum',
    'enrolment.roster.cancel': 'Afmelden',
    'enrolment.roster.nobody': 'Niemand in deze lijst',
    'enrolment.roster.nobodyFound':
      'Niemand past bij uw zoekopdracht. Maak het zoekveld leeg of kies een andere lijst.',
    'enrolment.roster.empty.confirmed':
      'Er is nog niemand ingeschreven. Schrijf iemand in of wacht op inschrijvingen.',
    'enrolment.roster.empty.waitlisted':
      'Niemand wacht. Is de training vol, dan komen nieuwe inschrijvingen hier te staan.',
    'enrolment.roster.empty.nobodyEnrolled': 'Niemand was ingeschreven.',
    'enrolment.roster.empty.noSeat': 'Iedereen die zich inschreef, had een plaats.',
    'enrolment.roster.empty.requested': 'Er zijn geen aanvragen die op goedkeuring wachten.',
    'enrolment.roster.empty.offered': 'Er is nu niemand aan wie een plaats is aangeboden.',
    'enrolment.roster.empty.cancelled': 'Niemand heeft zich afgemeld. U hoeft niets te doen.',
    'enrolment.decision.offerTitle': 'Wilt u deze plaats?',
    'enrolment.decision.offerText':
      'Er is een plaats voor u in de training {{course}}. Neem die uiterlijk {{until}} aan.',
    'enrolment.decision.accept': 'Ja, ik wil deze plaats',
    'enrolment.decision.decline': 'Nee, geef de plaats aan iemand anders',
    'enrolment.decision.accepted':
      'U hebt de plaats. U krijgt een bevestiging met een agendabestand per mail.',
    'enrolment.decision.declined': 'U hebt de plaats afgewezen. De plaats gaat naar iemand anders.',
    'enrolment.decision.requestTitle': 'Mag {{name}} meedoen?',
    'enrolment.decision.requestText': '{{name}} wil deelnemen aan de training {{course}}.',
    'enrolment.decision.approve': 'Goedkeuren',
    'enrolment.decision.reject': 'Afwijzen',
    'enrolment.decision.approved':
      'De aanvraag van {{name}} is goedgekeurd. {{name}} heeft nu een plaats, of komt op de wachtlijst als de training vol is.',
    'enrolment.decision.rejected': 'De aanvraag van {{name}} is afgewezen. {{name}} krijgt daarvan een mail.',
    'enrolment.decision.doneTitle': 'Gedaan',
    'enrolment.guests.title': 'Gasten',
    'enrolment.guests.intro':
      'Een gast krijgt een plaats zonder in het register te staan: geen account, geen mail en geen certificaat.',
    'enrolment.guests.name': 'Naam',
    'enrolment.guests.organisation': 'Organisatie',
    'enrolment.guests.organisationHelp':
      'Bijvoorbeeld: spreker van ROR. Zet hier niets over personen om wie het gaat bij signalen of casussen.',
    'enrolment.guests.new': 'Gast toevoegen',
    'enrolment.guests.full':
      'Deze uitvoering is vol. Voegt u toch een gast toe, dan komen er meer mensen dan het maximum.',
    'enrolment.guests.add': 'Voeg gast toe',
    'enrolment.guests.remove': 'Haal weg',
    'enrolment.guests.nobody': 'Er zijn geen gasten',
    'enrolment.guests.nobodyText': 'Komt er iemand die niet in het register staat? Voeg die hieronder toe.',
    'enrolment.guests.added': '{{name}} staat op de lijst met gasten.',
    'enrolment.guests.removed': 'De gast is van de lijst gehaald.',
    'enrolment.roster.guests': 'Gasten bekijken of toevoegen',
    'enrolment.roster.walkIn': 'kwam na het begin binnen',
    'enrolment.roster.overridden': 'toegelaten zonder het instapniveau: {{reason}}',
    'enrolment.roster.transferred': 'stapte over van een andere datum',
    'enrolment.roster.endReason.cancelled': 'afgemeld door de deelnemer, de gemeente of de coördinator',
    'enrolment.roster.endReason.called-off': 'uitvoering afgelast',
    'enrolment.roster.endReason.rejected': 'aanvraag afgewezen',
    'enrolment.roster.endReason.declined': 'aangeboden plaats niet aangenomen',
    'enrolment.roster.endReason.offer-expired': 'niet op tijd geantwoord',
    'enrolment.roster.endReason.substituted': 'plaats overgedragen',
    'enrolment.roster.endReason.transferred': 'overgestapt naar een andere datum',
    'enrolment.roster.cancelReason': 'reden: {{reason}}',
    'enrolment.roster.forgotten': '(verwijderd omdat de bewaartijd voorbij is)',
    'enrolment.roster.stillCharged': 'telt nog mee in de kosten van de gemeente',
    'enrolment.roster.noShow': 'niet gekomen',
    'enrolment.roster.answer.accepted': 'heeft de afspraak in de agenda geaccepteerd',
    'enrolment.roster.answer.declined': 'heeft de afspraak in de agenda afgewezen',
    'enrolment.roster.answer.tentative': 'heeft de afspraak in de agenda onder voorbehoud geaccepteerd',
    'enrolment.roster.answerParts': '{{answer}} (dagdeel {{parts}})',
    'enrolment.roster.answerKeeps': 'de plaats blijft bezet: vraag na of iemand komt, en meld anders hier af',
    'enrolment.exception.title': 'Toelaten zonder certificaat',
    'enrolment.exception.lead':
      '{{name}} heeft geen geldig certificaat op niveau {{level}} of hoger. Dat is voor deze training nodig. Wat wilt u doen?',
    'enrolment.exception.way': 'Hoe kan deze persoon toch meedoen?',
    'enrolment.exception.way.recognise':
      'Een eerdere opleiding erkennen: die telt ook voor andere trainingen',
    'enrolment.exception.way.override': 'Alleen voor deze uitvoering toelaten',
    'enrolment.exception.reason': 'Welke opleiding is het, of waarom laat u iemand toe?',
    'enrolment.exception.reasonHelp':
      'De contactpersoon kan dit lezen. Zet hier niets over personen om wie het gaat bij signalen of casussen.',
    'enrolment.exception.validUntil': 'Erkenning geldig tot en met',
    'enrolment.exception.validUntilHelp': 'Alleen bij een erkenning. Vult u niets in, dan geldt die altijd.',
    'enrolment.exception.submit': 'Laat toe en schrijf in',
    'enrolment.exception.back': 'Terug, niets opslaan',
    'enrolment.exception.done': '{{name}} is toegelaten en ingeschreven.',
    'enrolment.recognitions.title': 'Erkende opleidingen',
    'enrolment.recognitions.intro':
      'Een erkende eerdere opleiding telt als certificaat bij trainingen met een instapniveau. U erkent een opleiding als u iemand inschrijft die het certificaat niet heeft.',
    'enrolment.recognitions.see': 'Bekijk van wie een eerdere opleiding erkend is',
    'enrolment.recognitions.search': 'Zoek op naam of opleiding',
    'enrolment.recognitions.level': 'Telt voor niveau',
    'enrolment.recognitions.basis': 'Opleiding',
    'enrolment.recognitions.validUntil': 'Geldig tot en met',
    'enrolment.recognitions.always': 'altijd',
    'enrolment.recognitions.withdraw': 'Trek in',
    'enrolment.recognitions.withdrawn':
      'De erkenning is ingetrokken. Wie er een plaats mee kreeg, houdt die plaats.',
    'enrolment.recognitions.noneTitle': 'Geen erkende opleidingen',
    'enrolment.recognitions.none': 'Er is nog geen eerdere opleiding erkend.',
    'enrolment.recognitions.nothingFound': 'Zoek op een andere naam of opleiding.',
    'enrolment.odds.unknown':
      'Er zijn nog te weinig eerdere wachtlijsten om te zeggen hoe groot de kans op een plaats is.',
    'enrolment.odds.one':
      'Eerder was er een plaats voor {{seated}} van de {{people}} mensen die als eerste op een wachtlijst kwamen. Dat belooft niets voor deze training.',
    'enrolment.odds.band':
      'Eerder was er een plaats voor {{seated}} van de {{people}} mensen die als nummer {{first}} tot en met {{last}} op een wachtlijst kwamen. Dat belooft niets voor deze training.',
    'enrolment.odds.beyond':
      'Eerder was er een plaats voor {{seated}} van de {{people}} mensen die als nummer {{first}} of later op een wachtlijst kwamen. Dat belooft niets voor deze training.',
    'enrolment.transfer.title': 'Een andere datum kiezen',
    'enrolment.transfer.question':
      'Naar welke datum van ‘{{course}}’ wilt u overstappen? Nu bent u ingeschreven voor:',
    'enrolment.transfer.questionOther':
      'Naar welke datum van ‘{{course}}’ stapt {{name}} over? De inschrijving is nu voor:',
    'enrolment.transfer.effect':
      'Overstappen kan alleen als er op de nieuwe datum plaats is. De plaats op de oude datum gaat dan naar wie daar wacht.',
    'enrolment.transfer.waitingEffect':
      'De plek op de wachtlijst van de oude datum vervalt. Is er op de nieuwe datum geen plaats, dan begint de inschrijving achteraan op de wachtlijst van die datum.',
    'enrolment.transfer.sessionId': 'Nieuwe datum',
    'enrolment.transfer.free_one': '1 plaats vrij',
    'enrolment.transfer.free_other': '{{count}} plaatsen vrij',
    'enrolment.transfer.full': 'vol, {{waiting}} op de wachtlijst',
    'enrolment.transfer.submit': 'Stap over',
    'enrolment.transfer.back': 'Terug, niets wijzigen',
    'enrolment.transfer.noneTitle': 'Er is geen andere datum',
    'enrolment.transfer.none': 'Er is nu geen andere uitvoering van deze training open voor inschrijving.',
    'enrolment.transfer.done': 'De overstap is gelukt. De bevestiging komt per mail.',
    'enrolment.transfer.doneWaiting':
      'De overstap is gelukt. Op de nieuwe datum is nu geen plaats. De inschrijving staat daar op de wachtlijst.',
    'enrolment.substitution.title': 'Plaats overdragen',
    'enrolment.substitution.question': 'Wie neemt uw plaats in {{course}} over?',
    'enrolment.substitution.questionOther': 'Wie neemt de plaats van {{name}} in {{course}} over?',
    'enrolment.substitution.effect':
      'Uw collega krijgt uw plaats, ook als er een wachtlijst is. U krijgt een mail waarmee de afspraak uit uw agenda gaat.',
    'enrolment.substitution.effectOther':
      'De collega krijgt de plaats, ook als er een wachtlijst is. {{name}} krijgt een mail waarmee de afspraak uit de agenda gaat.',
    'enrolment.substitution.email': 'Zakelijk e-mailadres van de collega',
    'enrolment.substitution.emailHelp':
      'Het moet iemand uit dezelfde gemeente zijn die in het register staat.',
    'enrolment.substitution.submit': 'Plaats overdragen',
    'enrolment.substitution.back': 'Niet overdragen',
    'enrolment.substitution.done': 'De plaats is overgedragen. Uw collega krijgt een bevestiging per mail.',
    'enrolment.own.substitute': 'Plaats overdragen',
    'enrolment.own.answerOffer': 'Plaats aannemen of afwijzen',
    'enrolment.roster.substitute': 'Overdragen',
    'enrolment.roster.approve': 'Goedkeuren',
    'enrolment.roster.reject': 'Afwijzen',
    'enrolment.roster.aboveCapacity': 'boven het maximum',
    'enrolment.done.requested': 'Uw aanvraag is binnen. U krijgt een mail zodra daarover is besloten.',
    'enrolment.done.aboveCapacity':
      '{{name}} heeft een plaats en krijgt een bevestiging met een agendabestand per mail. Was de training vol, dan staat bij de deelnemers dat deze plaats boven het maximum is.',
    'enrolment.candidates.aboveCapacity': 'Toch een plaats geven',
    'enrolment.candidates.aboveCapacityHelp':
      'Met de tweede knop geeft u iemand een plaats boven het maximum. Dat is te zien bij de deelnemers en in het logboek.',
    'enrolment.candidates.title': 'Iemand inschrijven',
    'enrolment.candidates.intro':
      'Kies iemand uit het register. Die persoon krijgt een mail met alle gegevens.',
    'enrolment.candidates.ended':
      'De inschrijving is gesloten. Als coördinator kunt u nog wel iemand een plaats geven.',
    'enrolment.candidates.full': 'De training is vol. Wie u nu inschrijft, komt op de wachtlijst.',
    'enrolment.candidates.caption': 'Mensen uit het register',
    'enrolment.candidates.email': 'E-mailadres',
    'enrolment.candidates.enrol': 'Inschrijven',
    'enrolment.candidates.nobodyTitle': 'Niemand gevonden',
    'enrolment.candidates.nobody':
      'Iedereen uit het register heeft al een plaats of wacht op een plaats. Voeg eerst iemand toe aan het register.',
    'enrolment.candidates.nobodyFound':
      'Niemand past bij uw zoekopdracht, of die persoon is al ingeschreven. Zoek op een deel van de naam of voeg de persoon toe aan het register.',
    'enrolment.letter.date': 'Datum',
    'enrolment.letter.time': 'Tijd',
    'enrolment.letter.place': 'Plaats',
    'enrolment.letter.route': 'Route',
    'enrolment.letter.entryCode': 'Toegangscode voor {{day}}',
    'enrolment.letter.join': 'Online meedoen',
    'enrolment.letter.joinPart': 'Online meedoen met dagdeel {{ordinal}}',
    'enrolment.place.online': 'Online',
    'enrolment.letter.part': 'Dagdeel {{ordinal}}',
    'enrolment.letter.accessibility': 'Toegankelijkheid',
    'enrolment.letter.trainers': 'Trainer(s)',
    'enrolment.letter.action': 'Bekijk mijn trainingen',
    'enrolment.letter.otherDates': 'Bekijk andere trainingen',
    'enrolment.letter.cannotCome':
      'Kunt u niet komen? Meld u dan op tijd af in Leerlijn. Iemand anders kan uw plaats dan gebruiken.',
    'enrolment.confirmed.subject': 'U bent ingeschreven: {{course}} op {{date}}',
    'enrolment.confirmed.text':
      'U hebt een plaats in de training ‘{{course}}’. De training begint op {{date}}.',
    'enrolment.confirmed.wishes':
      'Eet u iets niet, of hebt u iets nodig om mee te doen? U kunt uw wensen doorgeven of wijzigen tot {{until}}: {{url}}',
    'enrolment.confirmed.calendar': 'Met het bestand bij deze mail zet u de training in uw agenda.',
    'enrolment.waitlisted.subject': 'U staat op de wachtlijst: {{course}} op {{date}}',
    'enrolment.waitlisted.text':
      'In de training ‘{{course}}’ op {{date}} is nu geen plaats voor u vrij. U bent dus nog niet zeker van deelname.',
    'enrolment.waitlisted.position':
      'U staat op nummer {{position}} van de wachtlijst. Dat nummer kan nog veranderen: mensen uit de gemeente die de training betaalt gaan voor, en sommige plaatsen zijn voor anderen gereserveerd.',
    'enrolment.waitlisted.next':
      'Komt er een plaats voor u vrij, dan krijgt u die meteen en sturen we u een bevestiging.',
    'enrolment.waitlisted.leave': 'Wilt u niet meer wachten? Meld u dan af in Leerlijn.',
    'enrolment.cancelled.subject': 'U bent afgemeld: {{course}} op {{date}}',
    'enrolment.cancelled.text':
      'U bent afgemeld voor de training ‘{{course}}’ op {{date}}. U hebt geen plaats meer.',
    'enrolment.cancelled.waitingText':
      'U bent afgemeld voor de training ‘{{course}}’ op {{date}}. U had nog geen plaats.',
    'enrolment.cancelled.calendar': 'Met het bestand bij deze mail haalt u de training uit uw agenda.',
    'enrolment.cancelled.mistake':
      'Klopt dit niet? Schrijf u opnieuw in of vraag uw gemeentelijk contactpersoon.',
    'enrolment.requested.subject': 'Uw aanvraag: {{course}} op {{date}}',
    'enrolment.requested.text': 'U wilt deelnemen aan de training {{course}} op {{date}}.',
    'enrolment.requested.by.municipality': 'Uw gemeentelijk contactpersoon besluit daarover.',
    'enrolment.requested.by.organisation': 'De contactpersoon van uw organisatie besluit daarover.',
    'enrolment.requested.next':
      'U krijgt een mail zodra dat is gebeurd. U houdt de plek in de rij van het moment waarop u de aanvraag deed.',
    'enrolment.approval.subject': '{{course}} op {{date}}: geeft u akkoord voor een deelnemer?',
    'enrolment.approval.text':
      '{{professional}} wil deelnemen aan de training {{course}} op {{date}}. Uw goedkeuring is daarvoor nodig.',
    'enrolment.approval.action': 'Bekijk de aanvraag',
    'enrolment.approval.once': 'De knop werkt één keer.',
    'enrolment.approval.onScreen':
      'U kunt de aanvraag ook in Leerlijn bij de deelnemers goedkeuren of afwijzen.',
    'enrolment.offered.subject': 'Er is een plaats voor u: {{course}} op {{date}}',
    'enrolment.offered.text': 'Er is een plaats vrijgekomen in de training {{course}} op {{date}}.',
    'enrolment.offered.until':
      'De plaats is voor u als u die uiterlijk {{until}} aanneemt. Daarna gaat de plaats naar de volgende.',
    'enrolment.offered.action': 'Plaats aannemen of afwijzen',
    'enrolment.offered.next': 'De knop werkt één keer. In Leerlijn kunt u bij uw trainingen ook antwoorden.',
    'enrolment.ended.rejected.subject': 'Uw aanvraag is afgewezen: {{course}} op {{date}}',
    'enrolment.ended.rejected.text': 'Uw aanvraag voor de training {{course}} op {{date}} is afgewezen.',
    'enrolment.ended.rejected.next': 'Hebt u vragen? Neem contact op met uw gemeentelijk contactpersoon.',
    'enrolment.ended.offer-expired.subject': 'De plaats wordt niet meer aangeboden: {{course}} op {{date}}',
    'enrolment.ended.offer-expired.text':
      'U hebt de aangeboden plaats in de training {{course}} op {{date}} niet op tijd aangenomen. De plaats gaat naar iemand anders en u staat niet meer op de wachtlijst.',
    'enrolment.ended.offer-expired.next': 'Wilt u nog deelnemen? Schrijf u dan opnieuw in.',
    'enrolment.transferred.subject': 'U bent overgestapt naar een andere datum: {{course}}',
    'enrolment.transferred.text':
      'U bent niet meer ingeschreven voor de training ‘{{course}}’ op {{date}}. Over de nieuwe datum krijgt u een aparte mail.',
    'enrolment.handedOver.subject': 'Uw plaats is overgedragen: {{course}} op {{date}}',
    'enrolment.handedOver.text':
      'Uw plaats in de training {{course}} op {{date}} is overgedragen aan een collega. U hebt geen plaats meer.',
    'enrolment.moved.subject': 'Gewijzigd: {{course}} op {{date}}',
    'enrolment.moved.text':
      'De tijd of plaats van de training ‘{{course}}’ is gewijzigd. De training begint nu op {{date}}. Hieronder staan de nieuwe gegevens.',
    'enrolment.changed.text':
      'Er is iets gewijzigd in de training ‘{{course}}’, die op {{date}} begint: de trainer of de deelnamelink. De tijd en de locatie blijven hetzelfde. Hieronder staan alle gegevens.',
    'enrolment.moved.calendar':
      'U houdt uw plaats. Met het bestand bij deze mail past u de afspraak in uw agenda aan.',
    'enrolment.moved.waiting': 'U staat nog op de wachtlijst. U hoeft niets te doen.',
    'enrolment.contact.moved_one':
      'Er is 1 persoon uit uw gemeente die is ingeschreven of wacht. Die krijgt zelf ook een mail. U hoeft niets te doen.',
    'enrolment.contact.moved_other':
      'Er zijn {{count}} mensen uit uw gemeente die zijn ingeschreven of wachten. Zij krijgen zelf ook een mail. U hoeft niets te doen.',
    'enrolment.contact.calledOff_one':
      'Er was 1 persoon uit uw gemeente ingeschreven of op de wachtlijst. Die krijgt zelf ook een mail.',
    'enrolment.contact.calledOff_other':
      'Er waren {{count}} mensen uit uw gemeente ingeschreven of op de wachtlijst. Zij krijgen zelf ook een mail.',
    'enrolment.contact.action': 'Bekijk de uitvoering',
    'enrolment.noSeat.subject': 'U kreeg geen plaats: {{course}} op {{date}}',
    'enrolment.noSeat.text':
      'U stond op de wachtlijst van de training ‘{{course}}’ op {{date}}. Er is geen plaats voor u vrijgekomen.',
    'enrolment.calledOff.subject': 'Gaat niet door: {{course}} op {{date}}',
    'enrolment.calledOff.text': 'De training ‘{{course}}’ op {{date}} gaat niet door.',
    'enrolment.calledOff.calendar': 'Met het bestand bij deze mail haalt u de training uit uw agenda.',
    'enrolment.calledOff.waiting': 'U stond op de wachtlijst. Die vervalt.',
    'enrolment.calledOff.next': 'Kijk in Leerlijn of er een andere datum is die u past.',
  },
  en: {
    'enrolment.nav.own': 'My courses',
    'enrolment.done.confirmed': 'You are enrolled. You will get a confirmation with a calendar file by mail.',
    'enrolment.done.waitlisted':
      'The course is full. You are number {{position}} on the waiting list; we will mail you when a seat becomes free.',
    'enrolment.done.cancelled': 'Your place is cancelled. You will get a mail about it.',
    'enrolment.done.otherConfirmed':
      '{{name}} is enrolled and will get a confirmation with a calendar file by mail.',
    'enrolment.done.otherWaitlisted':
      'No seat is free. {{name}} is number {{position}} on the waiting list and will get a mail about it.',
    'enrolment.done.otherCancelled': 'The place of {{name}} is cancelled. {{name}} will get a mail about it.',
    'enrolment.status.confirmed': 'enrolled',
    'enrolment.status.waitlisted': 'on the waiting list',
    'enrolment.status.requested': 'requested',
    'enrolment.status.offered': 'seat offered',
    'enrolment.status.noSeat': 'got no seat',
    'enrolment.status.cancelled': 'cancelled',
    'enrolment.status.calledOff': 'called off',
    'enrolment.status.awaitsFollowUp': 'certificate waits for the follow-up day',
    'enrolment.status.past': 'over',
    'enrolment.own.title': 'My courses',
    'enrolment.seats.title': 'Change the seats',
    'enrolment.seats.now': 'Taken now: {{taken}}. On the waiting list: {{waiting}}.',
    'enrolment.seats.effect':
      'Whoever has a seat keeps it. When there are more seats, the waiting list moves up at once and those people get a mail.',
    'enrolment.seats.heldFor': '{{name}}',
    'enrolment.seats.organisation': 'For which organisation is this session?',
    'enrolment.seats.functions': 'Seats for a function',
    'enrolment.seats.functionsHelp':
      'Hold seats for people with a function. From the release date on these are for everyone too.',
    'enrolment.seats.organisations': 'Seats for an organisation',
    'enrolment.seats.organisationsHelp':
      'Hold seats for people of an organisation. Leave empty what you do not need.',
    'enrolment.seats.organisationRow': 'Organisation {{number}}',
    'enrolment.seats.organisationSeats': 'Seats for organisation {{number}}',
    'enrolment.seats.terms': 'Enrolling and cancelling',
    'enrolment.seats.enrolUntil': 'Last day to enrol',
    'enrolment.seats.enrolUntilHelp':
      'After it nobody moves up from the waiting list either. You can still give someone a seat yourself. Left empty, people can enrol until the course begins.',
    'enrolment.seats.cancelUntil': 'Last day to cancel without a reason',
    'enrolment.seats.cancelUntilHelp':
      'Whoever cancels later gives a reason. Left empty, people can cancel without a reason until the course begins.',
    'enrolment.seats.chargesLateCancellation':
      'Whoever cancels later still counts in the costs of their own municipality',
    'enrolment.seats.waitingList': 'Waiting list',
    'enrolment.seats.overbooking': 'Extra seats (%)',
    'enrolment.seats.overbookingHelp':
      'This percentage more people than there are seats, because someone always stays away. Fill in 0 for none.',
    'enrolment.seats.releaseOnHelp':
      'Until this date reserved seats are only for the municipality, function or organisation named with them. From this date on, what is free is for everyone.',
    'enrolment.seats.mode': 'When a seat becomes free',
    'enrolment.seats.mode.automatic': 'The next person has the seat at once',
    'enrolment.seats.mode.offer': 'The next person is asked first',
    'enrolment.seats.offerHours': 'Working hours to answer',
    'enrolment.seats.offerHoursHelp':
      'Only when people are asked first. Working hours are Monday to Friday from 9 to 17, without public holidays. 16 hours are two working days.',
    'enrolment.seats.submit': 'Change the seats',
    'enrolment.seats.back': 'Change nothing',
    'enrolment.seats.done': 'The seats have been changed.',
    'enrolment.own.coming': 'Coming',
    'enrolment.own.interests': 'See for which courses you want to hear of a date',
    'enrolment.own.earlier': 'Earlier',
    'enrolment.own.position': 'You are number {{position}} on the waiting list.',
    'enrolment.own.calendar': 'Add to my calendar',
    'enrolment.own.transfer': 'Choose another date',
    'enrolment.own.cancel': 'Cancel my place',
    'enrolment.own.otherDates': 'Find another date',
    'enrolment.own.certificate': 'Download certificate (PDF)',
    'enrolment.own.emptyTitle': 'You have no course planned',
    'enrolment.own.emptyText': 'Choose a course and enrol. After that you will find the details here.',
    'enrolment.own.find': 'Find a course',
    'enrolment.own.nothingEarlier': 'You have not followed a course yet.',
    'enrolment.cancel.title': 'Cancel a place',
    'enrolment.cancel.question': 'Do you want to cancel your place in ‘{{course}}’?',
    'enrolment.cancel.questionOther': 'Do you want to cancel the place of {{name}} in ‘{{course}}’?',
    'enrolment.cancel.effect':
      'You will lose your seat. If people are waiting, the next one gets it. You will get a mail that takes the appointment out of your calendar.',
    'enrolment.cancel.effectOther':
      '{{name}} will lose the seat. If people are waiting, the next one gets it. {{name}} will get a mail that takes the appointment out of the calendar.',
    'enrolment.cancel.waitingEffect':
      'You will leave the waiting list. If you enrol again later, you will be at the end of it.',
    'enrolment.cancel.waitingEffectOther':
      '{{name}} will leave the waiting list and will get a mail about it. Enrolled again, {{name}} will be at the end of it.',
    'enrolment.cancel.late': 'The last day to cancel without a reason has passed. So fill in why you cancel.',
    'enrolment.cancel.lateCharged':
      'The last day to cancel without a reason has passed. So fill in why you cancel. The seat still counts in the costs of the municipality. Can a colleague come? Then it is better to hand over the seat.',
    'enrolment.cancel.reason': 'Reason',
    'enrolment.cancel.reasonHelp':
      'The contact and the coordinator can read this. Put nothing here about persons who are the subject of signals or cases.',
    'enrolment.cancel.confirm': 'Yes, cancel the place',
    'enrolment.cancel.back': 'No, go back',
    'enrolment.roster.title': 'Participants',
    'enrolment.roster.seats':
      '{{taken}} of {{capacity}} seats taken{{guests}}, {{waiting}} on the waiting list.',
    'enrolment.roster.seatsAfter': '{{taken}} of {{capacity}} seats taken{{guests}}.',
    'enrolment.roster.ofWhomGuests_one': ', 1 of them by a guest',
    'enrolment.roster.ofWhomGuests_other': ', {{count}} of them by guests',
    'enrolment.roster.onlyOwn': 'You see only people of your own municipality.',
    'enrolment.roster.confirmed': 'Enrolled',
    'enrolment.roster.waitlisted': 'Waiting list',
    'enrolment.roster.noSeat': 'Got no seat',
    'enrolment.roster.requested': 'Requested',
    'enrolment.roster.offered': 'Seat offered',
    'enrolment.roster.cancelled': 'Cancelled',
    'enrolment.roster.search': 'Search by name, organisation or e-mail address',
    'enrolment.roster.searchAction': 'Search',
    'enrolment.roster.add': 'Enrol someone',
    'enrolment.roster.order':
      'Seats are given in this order: first people from the municipality that pays for the course, then people from other municipalities of the region, and then people from outside the region. Within these, whoever has waited longest goes first. Until the release date a reserved seat only goes to someone of the municipality, function or organisation it is for.',
    'enrolment.roster.position': 'Number',
    'enrolment.roster.name': 'Name',
    'enrolment.roster.organisation': 'Organisation',
    'enrolment.roster.municipality': 'Municipality',
    'enrolment.roster.function': 'Function',
    'enrolment.roster.action': 'Action',
    'enrolment.roster.transfer': 'Another date',
    'enrolment.roster.cancel': 'Cancel the place',
    'enrolment.roster.nobody': 'Nobody in this list',
    'enrolment.roster.nobodyFound': 'Nobody fits your search. Empty the search field or choose another list.',
    'enrolment.roster.empty.confirmed': 'Nobody is enrolled yet. Enrol someone or wait for enrolments.',
    'enrolment.roster.empty.waitlisted':
      'Nobody is waiting. When the course is full, new enrolments will stand here.',
    'enrolment.roster.empty.nobodyEnrolled': 'Nobody was enrolled.',
    'enrolment.roster.empty.noSeat': 'Everyone who enrolled had a seat.',
    'enrolment.roster.empty.requested': 'No request waits for approval.',
    'enrolment.roster.empty.offered': 'Nobody has been offered a seat at the moment.',
    'enrolment.roster.empty.cancelled': 'Nobody has cancelled. There is nothing to do.',
    'enrolment.decision.offerTitle': 'Do you want this seat?',
    'enrolment.decision.offerText':
      'There is a seat for you in the course {{course}}. Accept it by {{until}}.',
    'enrolment.decision.accept': 'Yes, I want this seat',
    'enrolment.decision.decline': 'No, give the seat to someone else',
    'enrolment.decision.accepted':
      'The seat is yours. You will get a confirmation with a calendar file by mail.',
    'enrolment.decision.declined': 'You have declined the seat. It goes to someone else.',
    'enrolment.decision.requestTitle': 'May {{name}} take part?',
    'enrolment.decision.requestText': '{{name}} wants to take part in the course {{course}}.',
    'enrolment.decision.approve': 'Approve',
    'enrolment.decision.reject': 'Reject',
    'enrolment.decision.approved':
      'The request of {{name}} has been approved. {{name}} now has a seat, or is put on the waiting list when the course is full.',
    'enrolment.decision.rejected':
      'The request of {{name}} has been rejected. {{name}} will get a mail about it.',
    'enrolment.decision.doneTitle': 'Done',
    'enrolment.guests.title': 'Guests',
    'enrolment.guests.intro':
      'A guest takes a seat without being in the register: no account, no mail and no certificate.',
    'enrolment.guests.name': 'Name',
    'enrolment.guests.organisation': 'Organisation',
    'enrolment.guests.organisationHelp':
      'For example: a speaker from ROR. Put nothing here about persons who are the subject of signals or cases.',
    'enrolment.guests.new': 'Add a guest',
    'enrolment.guests.full':
      'This session is full. If you still add a guest, more people come than the maximum.',
    'enrolment.guests.add': 'Add the guest',
    'enrolment.guests.remove': 'Remove',
    'enrolment.guests.nobody': 'There are no guests',
    'enrolment.guests.nobodyText': 'Is someone coming who is not in the register? Add them below.',
    'enrolment.guests.added': '{{name}} is on the list of guests.',
    'enrolment.guests.removed': 'The guest has been taken off the list.',
    'enrolment.roster.guests': 'See or add guests',
    'enrolment.roster.walkIn': 'came in after the start',
    'enrolment.roster.overridden': 'let in without the entry level: {{reason}}',
    'enrolment.roster.transferred': 'changed from another date',
    'enrolment.roster.endReason.cancelled':
      'cancelled by the participant, the municipality or the coordinator',
    'enrolment.roster.endReason.called-off': 'session called off',
    'enrolment.roster.endReason.rejected': 'request rejected',
    'enrolment.roster.endReason.declined': 'offered seat not taken',
    'enrolment.roster.endReason.offer-expired': 'did not answer in time',
    'enrolment.roster.endReason.substituted': 'seat handed over',
    'enrolment.roster.endReason.transferred': 'changed to another date',
    'enrolment.roster.cancelReason': 'reason: {{reason}}',
    'enrolment.roster.forgotten': '(deleted because it was kept long enough)',
    'enrolment.roster.stillCharged': 'still counts in the costs of the municipality',
    'enrolment.roster.noShow': 'did not come',
    'enrolment.roster.answer.accepted': 'accepted the appointment in the calendar',
    'enrolment.roster.answer.declined': 'declined the appointment in the calendar',
    'enrolment.roster.answer.tentative': 'accepted the appointment tentatively in the calendar',
    'enrolment.roster.answerParts': '{{answer}} (part {{parts}})',
    'enrolment.roster.answerKeeps':
      'the seat stays taken: ask whether they come, and if not cancel the place here',
    'enrolment.exception.title': 'Let in without a certificate',
    'enrolment.exception.lead':
      '{{name}} has no valid certificate of level {{level}} or higher. This course needs one. What do you want to do?',
    'enrolment.exception.way': 'How can this person take part all the same?',
    'enrolment.exception.way.recognise': 'Recognise earlier education: it counts for other courses too',
    'enrolment.exception.way.override': 'Let in for this session only',
    'enrolment.exception.reason': 'Which education is it, or why do you let someone in?',
    'enrolment.exception.reasonHelp':
      'The contact can read this. Put nothing here about persons who are the subject of signals or cases.',
    'enrolment.exception.validUntil': 'Recognition valid until',
    'enrolment.exception.validUntilHelp': 'Only for a recognition. Left empty, it stays valid.',
    'enrolment.exception.submit': 'Let in and enrol',
    'enrolment.exception.back': 'Back, save nothing',
    'enrolment.exception.done': '{{name}} has been let in and enrolled.',
    'enrolment.recognitions.title': 'Recognised education',
    'enrolment.recognitions.intro':
      'Recognised earlier education counts as a certificate for courses with an entry level. You recognise it when you enrol someone without the certificate.',
    'enrolment.recognitions.see': 'See whose earlier education is recognised',
    'enrolment.recognitions.search': 'Search by name or education',
    'enrolment.recognitions.level': 'Counts for level',
    'enrolment.recognitions.basis': 'Education',
    'enrolment.recognitions.validUntil': 'Valid until',
    'enrolment.recognitions.always': 'always',
    'enrolment.recognitions.withdraw': 'Withdraw',
    'enrolment.recognitions.withdrawn':
      'The recognition is withdrawn. Whoever got a seat with it keeps the seat.',
    'enrolment.recognitions.noneTitle': 'No recognised education',
    'enrolment.recognitions.none': 'No earlier education has been recognised yet.',
    'enrolment.recognitions.nothingFound': 'Search by another name or education.',
    'enrolment.odds.unknown': 'There have been too few waiting lists to tell how likely a seat is.',
    'enrolment.odds.one':
      'Earlier there was a seat for {{seated}} of the {{people}} people who came first on a waiting list. That promises nothing for this course.',
    'enrolment.odds.band':
      'Earlier there was a seat for {{seated}} of the {{people}} people who came on a waiting list as number {{first}} to {{last}}. That promises nothing for this course.',
    'enrolment.odds.beyond':
      'Earlier there was a seat for {{seated}} of the {{people}} people who came on a waiting list as number {{first}} or later. That promises nothing for this course.',
    'enrolment.transfer.title': 'Choose another date',
    'enrolment.transfer.question':
      'To which date of ‘{{course}}’ do you want to change? You are enrolled for:',
    'enrolment.transfer.questionOther':
      'To which date of ‘{{course}}’ does {{name}} change? The enrolment is for this date now:',
    'enrolment.transfer.effect':
      'Changing is only possible when there is a seat on the new date. The seat on the old date then goes to whoever waits there.',
    'enrolment.transfer.waitingEffect':
      'The place on the waiting list of the old date ends. When there is no seat on the new date, the enrolment starts last on the waiting list of that date.',
    'enrolment.transfer.sessionId': 'New date',
    'enrolment.transfer.free_one': '1 seat free',
    'enrolment.transfer.free_other': '{{count}} seats free',
    'enrolment.transfer.full': 'full, {{waiting}} waiting',
    'enrolment.transfer.submit': 'Change the date',
    'enrolment.transfer.back': 'Back, change nothing',
    'enrolment.transfer.noneTitle': 'There is no other date',
    'enrolment.transfer.none': 'No other session of this course is open for enrolment now.',
    'enrolment.transfer.done': 'The date has been changed. The confirmation comes by mail.',
    'enrolment.transfer.doneWaiting':
      'The date has been changed. There is no seat on the new date now. The enrolment is on the waiting list there.',
    'enrolment.substitution.title': 'Hand over the seat',
    'enrolment.substitution.question': 'Who takes over your seat in {{course}}?',
    'enrolment.substitution.questionOther': 'Who takes over the seat of {{name}} in {{course}}?',
    'enrolment.substitution.effect':
      'Your colleague gets your seat, also when there is a waiting list. You get a mail that takes the appointment out of your calendar.',
    'enrolment.substitution.effectOther':
      'The colleague gets the seat, also when there is a waiting list. {{name}} gets a mail that takes the appointment out of the calendar.',
    'enrolment.substitution.email': 'Work e-mail address of the colleague',
    'enrolment.substitution.emailHelp':
      'It has to be someone of the same municipality who is in the register.',
    'enrolment.substitution.submit': 'Hand over the seat',
    'enrolment.substitution.back': 'Do not hand over',
    'enrolment.substitution.done':
      'The seat has been handed over. Your colleague will get a confirmation by mail.',
    'enrolment.own.substitute': 'Hand over the seat',
    'enrolment.own.answerOffer': 'Accept or decline the seat',
    'enrolment.roster.substitute': 'Hand over',
    'enrolment.roster.approve': 'Approve',
    'enrolment.roster.reject': 'Reject',
    'enrolment.roster.aboveCapacity': 'above the maximum',
    'enrolment.done.requested':
      'Your request has been received. You will get a mail as soon as that is decided.',
    'enrolment.done.aboveCapacity':
      '{{name}} has a seat and will get a confirmation with a calendar file by mail. If the course was full, the participants page says that this seat is above the maximum.',
    'enrolment.candidates.aboveCapacity': 'Give a seat anyway',
    'enrolment.candidates.aboveCapacityHelp':
      'With the second button you give someone a seat above the maximum. The participants page and the audit trail show it.',
    'enrolment.candidates.title': 'Enrol someone',
    'enrolment.candidates.intro':
      'Choose someone from the register. That person will get a mail with all details.',
    'enrolment.candidates.ended': 'Enrolment has closed. As a coordinator you can still give someone a seat.',
    'enrolment.candidates.full': 'The course is full. Whoever you enrol now will be put on the waiting list.',
    'enrolment.candidates.caption': 'People of the register',
    'enrolment.candidates.email': 'E-mail address',
    'enrolment.candidates.enrol': 'Enrol',
    'enrolment.candidates.nobodyTitle': 'Nobody found',
    'enrolment.candidates.nobody':
      'Everyone in the register has a seat already or waits for one. Add someone to the register first.',
    'enrolment.candidates.nobodyFound':
      'Nobody fits your search, or that person is enrolled already. Search for a part of the name or add the person to the register.',
    'enrolment.letter.date': 'Date',
    'enrolment.letter.time': 'Time',
    'enrolment.letter.place': 'Place',
    'enrolment.letter.route': 'How to get there',
    'enrolment.letter.entryCode': 'Entry code for {{day}}',
    'enrolment.letter.join': 'Join on line',
    'enrolment.letter.joinPart': 'Join part {{ordinal}} on line',
    'enrolment.place.online': 'On line',
    'enrolment.letter.part': 'Part {{ordinal}}',
    'enrolment.letter.accessibility': 'Accessibility',
    'enrolment.letter.trainers': 'Trainer(s)',
    'enrolment.letter.action': 'See my courses',
    'enrolment.letter.otherDates': 'See other courses',
    'enrolment.letter.cannotCome':
      'Can you not come? Please cancel your place in Leerlijn in time. Someone else can use it then.',
    'enrolment.confirmed.subject': 'You are enrolled: {{course}} on {{date}}',
    'enrolment.confirmed.text': 'You have a seat in the course ‘{{course}}’. The course begins on {{date}}.',
    'enrolment.confirmed.wishes':
      'Is there something you do not eat, or that you need to take part? You can give or change your wishes until {{until}}: {{url}}',
    'enrolment.confirmed.calendar': 'With the file in this mail you can put the course in your calendar.',
    'enrolment.waitlisted.subject': 'You are on the waiting list: {{course}} on {{date}}',
    'enrolment.waitlisted.text':
      'There is no free seat for you now in the course ‘{{course}}’ on {{date}}. It is not certain yet that you can take part.',
    'enrolment.waitlisted.position':
      'You are number {{position}} on the waiting list. This can still change: people of the municipality that pays the course go first, and some seats are reserved for others.',
    'enrolment.waitlisted.next':
      'When a seat becomes free for you, it is yours at once and we will send you a confirmation.',
    'enrolment.waitlisted.leave': 'Do you no longer want to wait? Then cancel your place in Leerlijn.',
    'enrolment.cancelled.subject': 'Your place is cancelled: {{course}} on {{date}}',
    'enrolment.cancelled.text':
      'Your place in the course ‘{{course}}’ on {{date}} is cancelled. You no longer have a seat.',
    'enrolment.cancelled.waitingText':
      'You have been signed off from the course ‘{{course}}’ on {{date}}. You had no seat yet.',
    'enrolment.cancelled.calendar':
      'With the file in this mail you can take the course out of your calendar.',
    'enrolment.cancelled.mistake': 'Is this not right? Enrol again or ask your municipal contact.',
    'enrolment.requested.subject': 'Your request: {{course}} on {{date}}',
    'enrolment.requested.text': 'You want to take part in the course {{course}} on {{date}}.',
    'enrolment.requested.by.municipality': 'The contact of your municipality decides about it.',
    'enrolment.requested.by.organisation': 'The contact of your organisation decides about it.',
    'enrolment.requested.next':
      'You will get a mail as soon as that is done. You keep the place in the queue of the moment at which you asked.',
    'enrolment.approval.subject': '{{course}} on {{date}}: do you approve of a participant?',
    'enrolment.approval.text':
      '{{professional}} wants to take part in the course {{course}} on {{date}}. That needs your approval.',
    'enrolment.approval.action': 'Look at the request',
    'enrolment.approval.once': 'The button works once.',
    'enrolment.approval.onScreen':
      'You can also approve or reject the request among the participants in Leerlijn.',
    'enrolment.offered.subject': 'There is a seat for you: {{course}} on {{date}}',
    'enrolment.offered.text': 'A seat has become free in the course {{course}} on {{date}}.',
    'enrolment.offered.until':
      'The seat is yours if you accept it by {{until}}. After that it goes to the next person.',
    'enrolment.offered.action': 'Accept or decline the seat',
    'enrolment.offered.next': 'The button works once. You can also answer among your courses in Leerlijn.',
    'enrolment.ended.rejected.subject': 'Your request was rejected: {{course}} on {{date}}',
    'enrolment.ended.rejected.text': 'Your request for the course {{course}} on {{date}} was rejected.',
    'enrolment.ended.rejected.next': 'Do you have questions? Please ask the contact of your municipality.',
    'enrolment.ended.offer-expired.subject': 'The seat is no longer offered: {{course}} on {{date}}',
    'enrolment.ended.offer-expired.text':
      'You did not accept the seat offered in the course {{course}} on {{date}} in time. It goes to someone else and you are no longer on the waiting list.',
    'enrolment.ended.offer-expired.next': 'Do you still want to take part? Then enrol again.',
    'enrolment.transferred.subject': 'You changed to another date: {{course}}',
    'enrolment.transferred.text':
      'You are no longer enrolled for the course ‘{{course}}’ on {{date}}. You get a separate mail about the new date.',
    'enrolment.handedOver.subject': 'Your seat has been handed over: {{course}} on {{date}}',
    'enrolment.handedOver.text':
      'Your seat in the course {{course}} on {{date}} has been handed over to a colleague. You no longer have a seat.',
    'enrolment.moved.subject': 'Changed: {{course}} on {{date}}',
    'enrolment.moved.text':
      'The time or place of the course ‘{{course}}’ has changed. It now begins on {{date}}. The new details are below.',
    'enrolment.changed.text':
      'Something has changed in the course ‘{{course}}’, which begins on {{date}}: the trainer or the joining link. The time and the venue stay the same. All details are below.',
    'enrolment.moved.calendar':
      'You keep your seat. With the file in this mail you can change the appointment in your calendar.',
    'enrolment.moved.waiting': 'You are still on the waiting list. There is nothing to do.',
    'enrolment.contact.moved_one':
      'There is 1 person of your municipality who is enrolled or waits, and gets a mail as well. There is nothing for you to do.',
    'enrolment.contact.moved_other':
      'There are {{count}} people of your municipality who are enrolled or wait, and they get a mail as well. There is nothing for you to do.',
    'enrolment.contact.calledOff_one':
      '1 person of your municipality was enrolled or on the waiting list, and gets a mail as well.',
    'enrolment.contact.calledOff_other':
      '{{count}} people of your municipality were enrolled or on the waiting list, and they get a mail as well.',
    'enrolment.contact.action': 'See the session',
    'enrolment.noSeat.subject': 'You did not get a seat: {{course}} on {{date}}',
    'enrolment.noSeat.text':
      'You were on the waiting list of the course ‘{{course}}’ on {{date}}. No seat came free for you.',
    'enrolment.calledOff.subject': 'Called off: {{course}} on {{date}}',
    'enrolment.calledOff.text': 'The course ‘{{course}}’ on {{date}} is called off.',
    'enrolment.calledOff.calendar':
      'With the file in this mail you can take the course out of your calendar.',
    'enrolment.calledOff.waiting': 'You were on the waiting list, which has ended.',
    'enrolment.calledOff.next': 'See in Leerlijn whether another date suits you.',
  },
});
