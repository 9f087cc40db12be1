import { defineMessages } from '../platform/i18n/messages.js';

export const sessionFormMessages = defineMessages({
  nl: {
    'sessions.choose.title': 'Welke training wilt u plannen?',
    'sessions.choose.intro':
      'Kies eerst de training. Daarna vult u in wanneer en waar; de aantallen staan dan al klaar.',
    'sessions.choose.plan': 'Plan deze training',
    'sessions.choose.emptyTitle': 'Er zijn nog geen trainingen in het aanbod',
    'sessions.choose.emptyText': 'Lees eerst een bestand met trainingen in.',
    'sessions.choose.import': 'Bestand inlezen',
    'sessions.form.title': 'Uitvoering plannen',
    'sessions.form.intro':
      'U slaat een concept op. Alleen coördinatoren zien het, totdat u de inschrijving opent.',
    'sessions.template.title': 'Invullen zoals een eerdere uitvoering',
    'sessions.template.like': 'Vul in zoals',
    'sessions.template.fill': 'Neem over, behalve de datums',
    'sessions.template.takenOver': 'Wat u hieronder niet invult, nemen we over van de eerdere uitvoering:',
    'sessions.form.noRooms':
      'Er zijn nog geen zalen. Lees eerst een bestand met locaties in, of plan de training online.',
    'sessions.form.dayParts_one': '1 dagdeel',
    'sessions.form.dayParts_other': '{{count}} dagdelen',
    'sessions.form.provider': 'gegeven door {{provider}}',
    'sessions.form.general': 'Aantallen en kosten',
    'sessions.form.course': 'Training',
    'sessions.form.payer': 'Gemeente die betaalt',
    'sessions.form.payerHelp':
      'De uitvoering komt ten laste van de toedeling en het budget van deze gemeente zodra u haar laat doorgaan.',
    'sessions.form.payerWithoutAllotment': '{{municipality}} – geen toedeling',
    'sessions.form.allotmentLeft': 'nog {{left}} van {{trainings}} in {{year}}',
    'sessions.form.allotmentLeftDemo': 'nog {{left}} van {{trainings}} in {{year}} (voorbeeld)',
    'sessions.form.capacity': 'Aantal plaatsen',
    'sessions.form.minimum': 'Minimum aantal deelnemers',
    'sessions.form.minimumHelp': 'Bij minder deelnemers overweegt u of de uitvoering doorgaat.',
    'sessions.form.price': 'Afgesproken prijs in euro, inclusief btw',
    'sessions.form.priceHelp':
      'Laat leeg voor de prijs uit de prijslijst van de training op de laatste dag. Vul alleen een bedrag in als er voor deze uitvoering een ander is afgesproken.',
    'sessions.form.noPriceHelp':
      'In het aanbod staat nog geen prijs voor deze training. Vul in wat voor deze uitvoering is afgesproken.',
    'sessions.form.releaseOn': 'Vrijgavedatum',
    'sessions.form.releaseOnHelp':
      'Vanaf deze datum zijn gereserveerde plaatsen die over zijn voor iedereen. Laat u dit leeg, dan is het vier weken voor de eerste dag. Begint de uitvoering binnen vier weken, dan is het morgen: gereserveerde plaatsen zijn dan vanaf morgen al voor iedereen.',
    'sessions.form.decideOn': 'Besluitdatum',
    'sessions.form.decideOnHelp':
      'Op deze datum besluit u of de uitvoering doorgaat. Laat u dit leeg, dan is het zoveel dagen voor de eerste dag als bij de training staat, maar niet eerder dan morgen.',
    'sessions.form.parts': 'Dagdelen',
    'sessions.form.partsHelp':
      'Zet de dagdelen op volgorde. De laatste dagdelen mag u leeg laten als u er minder nodig hebt.',
    'sessions.form.part': 'Dagdeel {{number}}',
    'sessions.form.date': 'Datum van dagdeel {{number}}',
    'sessions.form.startTime': 'Begintijd van dagdeel {{number}}',
    'sessions.form.endTime': 'Eindtijd van dagdeel {{number}}',
    'sessions.form.room': 'Zaal van dagdeel {{number}}',
    'sessions.form.noRoom': 'Geen zaal: dit dagdeel is online',
    'sessions.form.roomChoice': '{{room}}, {{town}} (plaats voor {{capacity}})',
    'sessions.form.link': 'Deelnamelink van dagdeel {{number}}',
    'sessions.form.linkHelp':
      'Alleen voor een dagdeel dat online is. Wie een plaats heeft ziet de link, en de trainer.',
    'sessions.form.freeSlots':
      'Op deze momenten is alles vrij wat u nodig hebt. Kies er een: dan vullen we het in en bewaren we het.',
    'sessions.form.trainer': 'Trainer van dagdeel {{number}}',
    'sessions.form.trainerToo': 'Trainer {{rank}} van dagdeel {{number}}',
    'sessions.form.noTrainer': 'Nog niet bekend',
    'sessions.form.addPart': 'Voeg een dagdeel toe',
    'sessions.form.quotas': 'Gereserveerde plaatsen',
    'sessions.form.quotasHelp':
      'Deze plaatsen zijn tot de vrijgavedatum voor mensen uit die gemeente. Laat leeg als u niets reserveert.',
    'sessions.form.quota': 'Plaatsen voor {{municipality}}',
    'sessions.form.save': 'Sla op als concept',
    'sessions.form.version': 'Versie',
    'sessions.fault.outsideEligibleDays':
      'De subsidie betaalt ‘{{activity}}’ alleen van {{first}} tot en met {{last}}. Kies een dag in die periode. Is de beschikking gewijzigd? Vraag financiën om de periode aan te passen.',
    'sessions.fault.unknown': 'Kies een van de mogelijkheden.',
    'sessions.fault.timeSkipped':
      'Deze tijd bestaat niet op deze dag: de klok gaat dan een uur vooruit. Kies een andere tijd.',
    'sessions.fault.endsBeforeStart': 'De eindtijd moet na de begintijd liggen.',
    'sessions.fault.inPast': 'Dit moment is al voorbij. Kies een moment dat nog komt.',
    'sessions.fault.beforePrevious':
      'Dit dagdeel begint voordat het vorige klaar is. Kies een latere tijd of zet de dagdelen op volgorde.',
    'sessions.fault.afterNext': 'Dit dagdeel eindigt nadat het volgende begint. Kies een eerder moment.',
    'sessions.fault.minimumOverCapacity':
      'Het minimum kan niet hoger zijn dan het aantal plaatsen ({{capacity}}).',
    'sessions.fault.reservedOverCapacity':
      'U reserveert {{reserved}} plaatsen, maar er zijn er {{capacity}}. Reserveer minder of verhoog het aantal plaatsen.',
    'sessions.fault.noTimeToTravel':
      'Tussen dit dagdeel en het dagdeel ervoor of erna zit te weinig tijd om te reizen: minstens {{minutes}} minuten. Kies een andere tijd of een zaal op dezelfde locatie.',
    'sessions.fault.placeMissing': 'Kies een zaal. Is dit dagdeel online? Vul dan de deelnamelink in.',
    'sessions.fault.linkForRoom':
      'Een dagdeel in een zaal heeft geen deelnamelink. Haal de zaal of de link weg.',
    'sessions.fault.capacityOverRoom':
      'In {{room}} passen {{seats}} mensen. Verlaag het aantal plaatsen of kies een andere zaal.',
    'sessions.fault.municipalityTwice': 'Deze gemeente staat er al. Noem elke gemeente één keer.',
    'sessions.fault.holderTwice':
      'Deze functie of organisatie staat er al. Noem elke functie en elke organisatie één keer.',
    'sessions.fault.termAfterStart': 'Deze dag kan niet na de eerste dag van de training liggen.',
    'sessions.fault.organisationMissing':
      'Deze training is in-company. Kies voor welke organisatie deze uitvoering is.',
    'sessions.fault.releaseAfterStart': 'De vrijgavedatum kan niet na de eerste dag liggen.',
    'sessions.fault.decideAfterStart': 'De besluitdatum kan niet na de eerste dag liggen.',
    'sessions.fault.priceMissing':
      'Op de laatste dag geldt geen prijs van deze training. Vul in wat is afgesproken, of voeg eerst een prijs toe bij de training.',
    'sessions.fault.trainerGivesOther':
      '{{who}} geeft deze training niet. Kies een andere trainer, of zet de training bij de trainingen van deze trainer.',
    'sessions.fault.trainerAway':
      '{{who}} is dan afwezig ({{away}}). Kies een andere trainer of een andere tijd.',
    'sessions.fault.trainerOtherHours':
      '{{who}} werkt op {{date}} van {{times}}. Kies een andere trainer of een andere tijd.',
    'sessions.fault.trainerDayOff':
      '{{date}} is een vrije dag van {{who}}. Kies een andere trainer of een andere dag.',
    'sessions.fault.trainerBusy':
      '{{who}} geeft op {{date}}, {{times}}, al “{{course}}”. Kies een andere trainer of een andere tijd.',
    'sessions.fault.trainerTravels':
      '{{who}} geeft op {{date}}, {{times}}, “{{course}}” op een andere locatie, en kan daar niet op tijd vandaan of naartoe reizen. Kies een andere trainer of een andere tijd.',
    'sessions.fault.roomBusy':
      '{{who}} is op {{date}}, {{times}}, al bezet voor “{{course}}”. Kies een andere zaal of een andere tijd.',
    'sessions.fault.participantBusy':
      '{{who}} heeft op {{date}}, {{times}}, al een plaats in “{{course}}”. Kies een andere tijd, of meld deze deelnemer eerst af.',
    'sessions.part.joiningLink': 'Doe online mee',
    'sessions.part.linkLater': 'Wie een plaats heeft, ziet hier de link om mee te doen.',
    'sessions.part.route': 'Route',
    'sessions.part.accessibility': 'Toegankelijkheid',
    'sessions.part.trainers': 'Trainer',
  },
  en: {
    'sessions.choose.title': 'Which course do you want to schedule?',
    'sessions.choose.intro':
      'First choose the course. Then you fill in when and where; the numbers will be there already.',
    'sessions.choose.plan': 'Schedule this course',
    'sessions.choose.emptyTitle': 'The catalogue holds no courses yet',
    'sessions.choose.emptyText': 'First read in a file with courses.',
    'sessions.choose.import': 'Read in a file',
    'sessions.form.title': 'Schedule a session',
    'sessions.form.intro': 'You save a draft. Only coordinators see it until you open enrolment.',
    'sessions.template.title': 'Fill in like an earlier session',
    'sessions.template.like': 'Fill in like',
    'sessions.template.fill': 'Take over everything but the dates',
    'sessions.template.takenOver': 'What you do not fill in below is taken over from the earlier session:',
    'sessions.form.noRooms':
      'There are no rooms yet. Read in a file with venues first, or plan the course on line.',
    'sessions.form.dayParts_one': '1 day part',
    'sessions.form.dayParts_other': '{{count}} day parts',
    'sessions.form.provider': 'given by {{provider}}',
    'sessions.form.general': 'Numbers and cost',
    'sessions.form.course': 'Course',
    'sessions.form.payer': 'Municipality that pays',
    'sessions.form.payerHelp':
      'The session is charged to the allotment and the budget of this municipality once you let it go ahead.',
    'sessions.form.payerWithoutAllotment': '{{municipality}} – no allotment',
    'sessions.form.allotmentLeft': '{{left}} of {{trainings}} left in {{year}}',
    'sessions.form.allotmentLeftDemo': '{{left}} of {{trainings}} left in {{year}} (example)',
    'sessions.form.capacity': 'Number of seats',
    'sessions.form.minimum': 'Minimum number of participants',
    'sessions.form.minimumHelp': 'With fewer participants you consider whether the session goes ahead.',
    'sessions.form.price': 'Agreed price in euros, including VAT',
    'sessions.form.priceHelp':
      'Leave empty for the price on the price list of the course on the last day. Fill in an amount only when another one was agreed for this session.',
    'sessions.form.noPriceHelp':
      'The catalogue holds no price for this course yet. Fill in what was agreed for this session.',
    'sessions.form.releaseOn': 'Release date',
    'sessions.form.releaseOnHelp':
      'From this date on, reserved seats that are left are open to everyone. If you leave it empty, it is four weeks before the first day. If the session begins within four weeks, it is tomorrow: reserved seats are then open to everyone from tomorrow on.',
    'sessions.form.decideOn': 'Decision date',
    'sessions.form.decideOnHelp':
      'On this date you decide whether the session goes ahead. If you leave it empty, it is as many days before the first day as the course says, but not before tomorrow.',
    'sessions.form.parts': 'Parts',
    'sessions.form.partsHelp':
      'Put the parts in order. You may leave the last parts empty if you need fewer.',
    'sessions.form.part': 'Part {{number}}',
    'sessions.form.date': 'Date of part {{number}}',
    'sessions.form.startTime': 'Start of part {{number}}',
    'sessions.form.endTime': 'End of part {{number}}',
    'sessions.form.room': 'Room of part {{number}}',
    'sessions.form.noRoom': 'No room: this part is on line',
    'sessions.form.roomChoice': '{{room}}, {{town}} (seats {{capacity}})',
    'sessions.form.link': 'Joining link of part {{number}}',
    'sessions.form.linkHelp':
      'Only for a part that is on line. Those who have a seat see the link, and the trainer.',
    'sessions.form.freeSlots':
      'Everything you need is free at these times. Choose one: then we fill it in and save it.',
    'sessions.form.trainer': 'Trainer of part {{number}}',
    'sessions.form.trainerToo': 'Trainer {{rank}} of part {{number}}',
    'sessions.form.noTrainer': 'Not known yet',
    'sessions.form.addPart': 'Add a part',
    'sessions.form.quotas': 'Reserved seats',
    'sessions.form.quotasHelp':
      'Until the release date these seats are for people of that municipality. Leave it empty to reserve none.',
    'sessions.form.quota': 'Seats for {{municipality}}',
    'sessions.form.save': 'Save as a draft',
    'sessions.form.version': 'Version',
    'sessions.fault.outsideEligibleDays':
      'The grant pays ‘{{activity}}’ only from {{first}} up to and including {{last}}. Choose a day in that period. Has the decision been amended? Ask finance to change the period.',
    'sessions.fault.unknown': 'Choose one of the options.',
    'sessions.fault.timeSkipped':
      'This time does not exist on this day: the clock moves on by an hour. Choose another time.',
    'sessions.fault.endsBeforeStart': 'The end must be after the start.',
    'sessions.fault.inPast': 'This moment has passed. Choose one that is still to come.',
    'sessions.fault.beforePrevious':
      'This part begins before the one before it has ended. Choose a later time or put the parts in order.',
    'sessions.fault.afterNext': 'This part ends after the next one begins. Choose an earlier moment.',
    'sessions.fault.minimumOverCapacity':
      'The minimum cannot be higher than the number of seats ({{capacity}}).',
    'sessions.fault.reservedOverCapacity':
      'You reserve {{reserved}} seats, but there are {{capacity}}. Reserve fewer or raise the number of seats.',
    'sessions.fault.noTimeToTravel':
      'There is too little time to travel between this part and the one before or after it: at least {{minutes}} minutes. Choose another time or a room at the same venue.',
    'sessions.fault.placeMissing': 'Choose a room. Is this part on line? Then fill in the joining link.',
    'sessions.fault.linkForRoom': 'A part in a room has no joining link. Take away the room or the link.',
    'sessions.fault.capacityOverRoom':
      '{{room}} holds {{seats}} people. Lower the number of seats or choose another room.',
    'sessions.fault.municipalityTwice': 'This municipality is named already. Name each one once.',
    'sessions.fault.holderTwice': 'This function or organisation is named already. Name each one once.',
    'sessions.fault.termAfterStart': 'This day cannot be after the first day of the course.',
    'sessions.fault.organisationMissing':
      'This course is in-company. Choose which organisation this session is for.',
    'sessions.fault.releaseAfterStart': 'The release date cannot be after the first day.',
    'sessions.fault.decideAfterStart': 'The decision date cannot be after the first day.',
    'sessions.fault.priceMissing':
      'On the last day no price of this course holds. Fill in what was agreed, or first add a price to the course.',
    'sessions.fault.trainerGivesOther':
      '{{who}} does not give this course. Choose another trainer, or add the course to those of this trainer.',
    'sessions.fault.trainerAway': '{{who}} is away then ({{away}}). Choose another trainer or another time.',
    'sessions.fault.trainerOtherHours':
      '{{who}} works {{times}} on {{date}}. Choose another trainer or another time.',
    'sessions.fault.trainerDayOff':
      '{{date}} is a day off of {{who}}. Choose another trainer or another day.',
    'sessions.fault.trainerBusy':
      '{{who}} already gives “{{course}}” on {{date}}, {{times}}. Choose another trainer or another time.',
    'sessions.fault.trainerTravels':
      '{{who}} gives “{{course}}” at another venue on {{date}}, {{times}}, and cannot travel there or back in time. Choose another trainer or another time.',
    'sessions.fault.roomBusy':
      '{{who}} is already taken for “{{course}}” on {{date}}, {{times}}. Choose another room or another time.',
    'sessions.fault.participantBusy':
      '{{who}} already has a seat in “{{course}}” on {{date}}, {{times}}. Choose another time, or cancel this participant first.',
    'sessions.part.joiningLink': 'Join on line',
    'sessions.part.linkLater': 'Those who have a seat see the link to join here.',
    'sessions.part.route': 'How to get there',
    'sessions.part.accessibility': 'Accessibility',
    'sessions.part.trainers': 'Trainer',
  },
});
