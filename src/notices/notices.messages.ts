import { defineMessages } from '../platform/i18n/messages.js';

export const noticesMessages = defineMessages({
  nl: {
    'notices.title': 'Meldingen',
    'notices.intro':
      'Leerlijn stuurt u een mail als er iets is dat op u wacht. Elke melding krijgt u één keer, op een werkdag in de ochtend.',
    'notices.delivery.label': 'Hoe wilt u meldingen krijgen?',
    'notices.delivery.at-once': 'Voor elke melding een eigen mail, om 08:30 uur',
    'notices.delivery.daily': 'Eén mail per werkdag met alle meldingen, om 09:00 uur',
    'notices.delivery.save': 'Keuze opslaan',
    'notices.delivery.saved': 'Uw keuze is opgeslagen en geldt vanaf de volgende mail.',
    'notices.own.title': 'Welke meldingen u kunt krijgen',
    'notices.own.settings': 'Meldingen van de regio instellen',
    'notices.when.sameDay': 'op de dag zelf',
    'notices.when.before_one': 'vanaf 1 werkdag vooraf',
    'notices.when.before_other': 'vanaf {{count}} werkdagen vooraf',
    'notices.when.since_one': 'na 1 werkdag',
    'notices.when.since_other': 'na {{count}} werkdagen',
    'notices.when.off': 'staat uit voor uw regio',
    'notices.to.coordinator': 'coördinatoren',
    'notices.to.contact': 'contactpersonen van gemeenten',
    'notices.to.trainer': 'trainers',
    'notices.to.finance': 'financiën',
    'notices.settings.title': 'Meldingen van de regio',
    'notices.settings.intro':
      'Bepaal welke meldingen er gaan, en wanneer. Wat u wijzigt, geldt vanaf de volgende werkdag. Wat al gemeld is, wordt niet nog eens gemeld.',
    'notices.settings.isOn': 'Deze melding versturen aan {{role}}',
    'notices.settings.save': 'Meldingen opslaan',
    'notices.settings.saved': 'De meldingen zijn opgeslagen.',
    'notices.settings.back': 'Terug zonder opslaan',
    'notices.letter.people': 'Om wie het gaat',
    'notices.letter.choice':
      'Onder Meldingen in Leerlijn kiest u of u voor elke melding een mail krijgt, of één mail per werkdag.',
    'notices.daily.subject_one': '1 melding in Leerlijn',
    'notices.daily.subject_other': '{{count}} meldingen in Leerlijn',
    'notices.daily.text_one': 'Er is 1 ding dat op u wacht.',
    'notices.daily.text_other': 'Er zijn {{count}} dingen die op u wachten.',
    'notices.daily.action': 'Open Leerlijn',
    'notices.sessionUndecided.name': 'Besluit over een uitvoering met te weinig mensen',
    'notices.sessionUndecided.leadDays': 'Aantal werkdagen voor de besluitdatum',
    'notices.sessionUndecided.subject': 'Besluit nodig: {{title}} op {{dates}}',
    'notices.sessionUndecided.text':
      'U besluit uiterlijk op {{moment}} of de training ‘{{title}}’ op {{dates}} doorgaat. Er zijn nu {{taken}} plaatsen bezet. Het minimum is {{minimum}}.',
    'notices.sessionUndecided.otherwise':
      'Doet u niets, dan blijft de uitvoering open. Deelnemers en trainers weten dan niet of de training doorgaat.',
    'notices.sessionUndecided.action': 'Bekijk de uitvoering',
    'notices.offerUntaken.name': 'Aangeboden plaats die niemand aanneemt',
    'notices.offerUntaken.leadDays': 'Aantal werkdagen na het aanbod, of nadat het aanbod is verlopen',
    'notices.offerUntaken.subject': 'Aangeboden plaats niet aangenomen: {{title}} op {{dates}}',
    'notices.offerUntaken.text_one':
      'Voor de training ‘{{title}}’ op {{dates}} is 1 plaats aangeboden die niet is aangenomen. Er is nog geen antwoord, of het aanbod is verlopen.',
    'notices.offerUntaken.text_other':
      'Voor de training ‘{{title}}’ op {{dates}} zijn {{count}} plaatsen aangeboden die niet zijn aangenomen. Er is nog geen antwoord, of het aanbod is verlopen.',
    'notices.offerUntaken.otherwise':
      'Doet u niets, dan gaat een plaats waarvan het aanbod is verlopen naar wie er wacht. Wacht er niemand, dan blijft die leeg.',
    'notices.offerUntaken.action': 'Bekijk de deelnemers',
    'notices.sessionUnclosed.name': 'Uitvoering die nog niet is afgesloten',
    'notices.sessionUnclosed.leadDays': 'Aantal werkdagen na de laatste dag',
    'notices.sessionUnclosed.subject': 'Nog niet afgesloten: {{title}} op {{dates}}',
    'notices.sessionUnclosed.text':
      'De training ‘{{title}}’ op {{dates}} is geweest, maar nog niet afgesloten. Vul de aanwezigheid in en sluit de uitvoering af, of vraag dat aan de trainer.',
    'notices.sessionUnclosed.otherwise': 'Doet u niets, dan krijgt niemand een certificaat.',
    'notices.sessionUnclosed.action': 'Bekijk de aanwezigheid',
    'notices.sessionToClose.name': 'Training die u nog moet afsluiten',
    'notices.sessionToClose.leadDays': 'Aantal werkdagen na de laatste dag; daarna elke week opnieuw',
    'notices.sessionToClose.subject': 'Nog afsluiten: {{title}} op {{dates}}',
    'notices.sessionToClose.text':
      'U gaf de training ‘{{title}}’ op {{dates}}. De training is nog niet afgesloten. Vul de aanwezigheid in en sluit de training daarna af.',
    'notices.sessionToClose.otherwise':
      'Zolang de training niet is afgesloten, krijgt niemand een certificaat. Wij herinneren u er elke week aan.',
    'notices.sessionToClose.action': 'Vul de aanwezigheid in',
    'notices.mailReturned.name': 'Mail die terugkwam',
    'notices.mailReturned.leadDays': 'Aantal werkdagen nadat de mail terugkwam',
    'notices.mailReturned.subject_one': '1 mail is teruggekomen',
    'notices.mailReturned.subject_other': '{{count}} mails zijn teruggekomen',
    'notices.mailReturned.text_one': 'Er is 1 mail teruggekomen die Leerlijn had verstuurd.',
    'notices.mailReturned.text_other': 'Er zijn {{count}} mails teruggekomen die Leerlijn had verstuurd.',
    'notices.mailReturned.otherwise':
      'Doet u niets, dan weet de ontvanger niet wat erin stond. Bij elke mail ziet u waarom die terugkwam. Bestaat het adres niet, dan gaat er ook geen volgende mail naartoe.',
    'notices.mailReturned.action': 'Bekijk de mail die terugkwam',
    'notices.approvalWaiting.name': 'Aanvraag die op goedkeuring wacht',
    'notices.approvalWaiting.leadDays': 'Aantal werkdagen na de aanvraag',
    'notices.approvalWaiting.subject': 'Uw goedkeuring is nodig: {{title}} op {{dates}}',
    'notices.approvalWaiting.text_one':
      'Er wacht 1 aanvraag op uw goedkeuring voor de training ‘{{title}}’ op {{dates}}.',
    'notices.approvalWaiting.text_other':
      'Er wachten {{count}} aanvragen op uw goedkeuring voor de training ‘{{title}}’ op {{dates}}.',
    'notices.approvalWaiting.otherwise':
      'Doet u niets, dan is er nog geen plaats voor wie u niet goedkeurt. Als de training begint, is het te laat.',
    'notices.approvalWaiting.action': 'Bekijk de aanvragen',
    'notices.reservedUnused.name': 'Plaatsen die voor een gemeente zijn gereserveerd en nog vrij zijn',
    'notices.reservedUnused.leadDays': 'Aantal werkdagen voordat de plaatsen voor iedereen zijn',
    'notices.reservedUnused.subject': 'Nog vrij voor uw gemeente: {{title}} op {{dates}}',
    'notices.reservedUnused.text_one':
      'Voor de training ‘{{title}}’ op {{dates}} is nog 1 plaats vrij die voor uw gemeente is gereserveerd. Gereserveerd: {{reserved}}.',
    'notices.reservedUnused.text_other':
      'Voor de training ‘{{title}}’ op {{dates}} zijn nog {{count}} plaatsen vrij die voor uw gemeente zijn gereserveerd. Gereserveerd: {{reserved}}.',
    'notices.reservedUnused.otherwise':
      'Doet u niets, dan zijn deze plaatsen vanaf {{moment}} voor iedereen.',
    'notices.reservedUnused.action': 'Bekijk de training',
    'notices.entryLevelMissing.name': 'Deelnemer zonder het niveau dat de training vraagt',
    'notices.entryLevelMissing.leadDays': 'Aantal werkdagen voor de eerste dag',
    'notices.entryLevelMissing.subject': 'Niveau ontbreekt: {{title}} op {{dates}}',
    'notices.entryLevelMissing.text_one':
      'Voor de training ‘{{title}}’ op {{dates}} is een certificaat nodig. Bij 1 deelnemer van uw gemeente ontbreekt dat, of het is op de eerste dag niet meer geldig.',
    'notices.entryLevelMissing.text_other':
      'Voor de training ‘{{title}}’ op {{dates}} is een certificaat nodig. Bij {{count}} deelnemers van uw gemeente ontbreekt dat, of het is op de eerste dag niet meer geldig.',
    'notices.entryLevelMissing.otherwise':
      'Doet u niets, dan blijven zij ingeschreven zonder de kennis die de training vraagt. Vraag de coördinator het niveau te erkennen, of meld hen af.',
    'notices.entryLevelMissing.action': 'Bekijk de deelnemers',
    'notices.invoiceMissing.name': 'Factuur die ontbreekt',
    'notices.invoiceMissing.leadDays': 'Aantal werkdagen na de laatste dag',
    'notices.invoiceMissing.subject': 'Factuur ontbreekt: {{title}} op {{dates}}',
    'notices.invoiceMissing.text':
      'De training ‘{{title}}’ op {{dates}} is geweest. De laatste factuur is nog niet ingevoerd.',
    'notices.invoiceMissing.otherwise':
      'Doet u niets, dan blijft het bedrag vastgelegd en klopt de besteding niet.',
    'notices.invoiceMissing.action': 'Voer de factuur in',
    'notices.budgetNearlySpent.name': 'Begrotingspost waarvan 90% of meer op is',
    'notices.budgetNearlySpent.leadDays': 'Aantal werkdagen nadat 90% op is',
    'notices.budgetNearlySpent.subject': 'Bijna op: {{title}} ({{year}})',
    'notices.budgetNearlySpent.text':
      'Van de begrotingspost ‘{{title}}’ van {{year}} is {{percentage}}% vastgelegd of uitgegeven.',
    'notices.budgetNearlySpent.otherwise':
      'Doet u niets, dan kan een uitvoering die niet meer op deze post past, niet doorgaan.',
    'notices.budgetNearlySpent.action': 'Bekijk de begroting',
    'notices.budgetLeftOver.name': 'Begrotingspost waarvan waarschijnlijk geld overblijft',
    'notices.budgetLeftOver.leadDays':
      'Aantal werkdagen voor de laatste dag waarop u het geld nog kunt gebruiken',
    'notices.budgetLeftOver.subject': 'Blijft waarschijnlijk over: {{title}} ({{year}})',
    'notices.budgetLeftOver.text':
      'Van de begrotingspost ‘{{title}}’ van {{year}} is {{percentage}}% niet uitgegeven, vastgelegd of gepland.',
    'notices.budgetLeftOver.otherwise':
      'Wat na {{moment}} niet gepland of besteld is, kan dit jaar niet meer gebruikt worden. De rijksoverheid kan het terugvragen.',
    'notices.budgetLeftOver.action': 'Bekijk de vooruitblik',
    'notices.accountabilityDue.name': 'Verantwoording die nadert',
    'notices.accountabilityDue.leadDays': 'Aantal werkdagen voor 15 juli',
    'notices.accountabilityDue.subject': 'Verantwoording over {{year}}: {{title}}',
    'notices.accountabilityDue.text':
      'De verantwoording over {{year}} van ‘{{title}}’ moet er uiterlijk op {{moment}} zijn.',
    'notices.accountabilityDue.otherwise': 'Doet u niets, dan komt de verantwoording te laat.',
    'notices.accountabilityDue.action': 'Bekijk de verantwoording van dat jaar',
  },
  en: {
    'notices.title': 'Notices',
    'notices.intro':
      'Leerlijn sends you a mail when something waits for you. You get each notice once, in the morning of a working day.',
    'notices.delivery.label': 'How do you want to get notices?',
    'notices.delivery.at-once': 'A mail of its own for each notice, at 08:30',
    'notices.delivery.daily': 'One mail per working day with all notices, at 09:00',
    'notices.delivery.save': 'Save choice',
    'notices.delivery.saved': 'Your choice was saved and holds from the next mail.',
    'notices.own.title': 'Which notices you can get',
    'notices.own.settings': 'Set the notices of the region',
    'notices.when.sameDay': 'on the day itself',
    'notices.when.before_one': 'from 1 working day before',
    'notices.when.before_other': 'from {{count}} working days before',
    'notices.when.since_one': 'after 1 working day',
    'notices.when.since_other': 'after {{count}} working days',
    'notices.when.off': 'switched off for your region',
    'notices.to.coordinator': 'coordinators',
    'notices.to.contact': 'contacts of municipalities',
    'notices.to.trainer': 'trainers',
    'notices.to.finance': 'finance',
    'notices.settings.title': 'Notices of the region',
    'notices.settings.intro':
      'Say which notices go out, and when. What you change holds from the next working day. What was told is not told again.',
    'notices.settings.isOn': 'Send this notice to {{role}}',
    'notices.settings.save': 'Save notices',
    'notices.settings.saved': 'The notices were saved.',
    'notices.settings.back': 'Back without saving',
    'notices.letter.people': 'Who it is about',
    'notices.letter.choice':
      'Under Notices in Leerlijn you choose whether you get a mail for each notice, or one mail per working day.',
    'notices.daily.subject_one': '1 notice in Leerlijn',
    'notices.daily.subject_other': '{{count}} notices in Leerlijn',
    'notices.daily.text_one': 'There is 1 thing that waits for you.',
    'notices.daily.text_other': 'There are {{count}} things that wait for you.',
    'notices.daily.action': 'Open Leerlijn',
    'notices.sessionUndecided.name': 'Decision about a session with too few people',
    'notices.sessionUndecided.leadDays': 'Number of working days before the decision date',
    'notices.sessionUndecided.subject': 'Decision needed: {{title}} on {{dates}}',
    'notices.sessionUndecided.text':
      'You decide no later than {{moment}} whether the course ‘{{title}}’ on {{dates}} goes ahead. {{taken}} seats are taken now. The minimum is {{minimum}}.',
    'notices.sessionUndecided.otherwise':
      'When you do nothing, the session stays open. Participants and trainers then do not know whether the course goes ahead.',
    'notices.sessionUndecided.action': 'See the session',
    'notices.offerUntaken.name': 'Offered seat that nobody takes',
    'notices.offerUntaken.leadDays': 'Number of working days after the offer, or after it has lapsed',
    'notices.offerUntaken.subject': 'Offered seat not taken: {{title}} on {{dates}}',
    'notices.offerUntaken.text_one':
      'For the course ‘{{title}}’ on {{dates}} 1 seat was offered that is not taken. There is no answer yet, or the offer has lapsed.',
    'notices.offerUntaken.text_other':
      'For the course ‘{{title}}’ on {{dates}} {{count}} seats were offered that are not taken. There is no answer yet, or the offer has lapsed.',
    'notices.offerUntaken.otherwise':
      'When you do nothing, a seat of which the offer has lapsed goes to who waits. When nobody waits, it stays empty.',
    'notices.offerUntaken.action': 'See the participants',
    'notices.sessionUnclosed.name': 'Session that is not closed yet',
    'notices.sessionUnclosed.leadDays': 'Number of working days after the last day',
    'notices.sessionUnclosed.subject': 'Not closed yet: {{title}} on {{dates}}',
    'notices.sessionUnclosed.text':
      'The course ‘{{title}}’ on {{dates}} has been given, but is not closed yet. Fill in the attendance and close the session, or ask the trainer to.',
    'notices.sessionUnclosed.otherwise': 'When you do nothing, nobody gets a certificate.',
    'notices.sessionUnclosed.action': 'See the attendance',
    'notices.sessionToClose.name': 'Course that you still have to close',
    'notices.sessionToClose.leadDays': 'Number of working days after the last day; then again every week',
    'notices.sessionToClose.subject': 'Still to close: {{title}} on {{dates}}',
    'notices.sessionToClose.text':
      'You gave the course ‘{{title}}’ on {{dates}}. It is not closed yet. Fill in the attendance and close the session after that.',
    'notices.sessionToClose.otherwise':
      'As long as it is not closed, nobody gets a certificate. We remind you every week.',
    'notices.sessionToClose.action': 'Fill in the attendance',
    'notices.mailReturned.name': 'Mail that came back',
    'notices.mailReturned.leadDays': 'Number of working days after the mail came back',
    'notices.mailReturned.subject_one': '1 mail came back',
    'notices.mailReturned.subject_other': '{{count}} mails came back',
    'notices.mailReturned.text_one': '1 mail that Leerlijn had sent came back.',
    'notices.mailReturned.text_other': '{{count}} mails that Leerlijn had sent came back.',
    'notices.mailReturned.otherwise':
      'When you do nothing, the reader does not know what it said. With each mail you see why it came back. When the address does not exist, no further mail goes to it either.',
    'notices.mailReturned.action': 'See the mail that came back',
    'notices.approvalWaiting.name': 'Request that waits for approval',
    'notices.approvalWaiting.leadDays': 'Number of working days after the request',
    'notices.approvalWaiting.subject': 'Your approval is needed: {{title}} on {{dates}}',
    'notices.approvalWaiting.text_one':
      '1 request waits for your approval for the course ‘{{title}}’ on {{dates}}.',
    'notices.approvalWaiting.text_other':
      '{{count}} requests wait for your approval for the course ‘{{title}}’ on {{dates}}.',
    'notices.approvalWaiting.otherwise':
      'When you do nothing, there is no seat yet for whom you do not approve. Once the course begins, it is too late.',
    'notices.approvalWaiting.action': 'See the requests',
    'notices.reservedUnused.name': 'Seats that are reserved for a municipality and still free',
    'notices.reservedUnused.leadDays': 'Number of working days before the seats are for everyone',
    'notices.reservedUnused.subject': 'Still free for your municipality: {{title}} on {{dates}}',
    'notices.reservedUnused.text_one':
      'For the course ‘{{title}}’ on {{dates}} 1 seat that is reserved for your municipality is still free. Reserved: {{reserved}}.',
    'notices.reservedUnused.text_other':
      'For the course ‘{{title}}’ on {{dates}} {{count}} seats that are reserved for your municipality are still free. Reserved: {{reserved}}.',
    'notices.reservedUnused.otherwise': 'When you do nothing, these seats are for everyone from {{moment}}.',
    'notices.reservedUnused.action': 'See the course',
    'notices.entryLevelMissing.name': 'Participant without the level that the course asks for',
    'notices.entryLevelMissing.leadDays': 'Number of working days before the first day',
    'notices.entryLevelMissing.subject': 'Level missing: {{title}} on {{dates}}',
    'notices.entryLevelMissing.text_one':
      'The course ‘{{title}}’ on {{dates}} asks for a certificate. 1 participant of your municipality has none, or it is no longer valid on the first day.',
    'notices.entryLevelMissing.text_other':
      'The course ‘{{title}}’ on {{dates}} asks for a certificate. {{count}} participants of your municipality have none, or it is no longer valid on the first day.',
    'notices.entryLevelMissing.otherwise':
      'When you do nothing, they stay enrolled without the knowledge that the course asks for. Ask the coordinator to recognise the level, or cancel their place.',
    'notices.entryLevelMissing.action': 'See the participants',
    'notices.invoiceMissing.name': 'Invoice that is missing',
    'notices.invoiceMissing.leadDays': 'Number of working days after the last day',
    'notices.invoiceMissing.subject': 'Invoice missing: {{title}} on {{dates}}',
    'notices.invoiceMissing.text':
      'The course ‘{{title}}’ on {{dates}} is over. The last invoice has not been entered yet.',
    'notices.invoiceMissing.otherwise':
      'When you do nothing, the amount stays committed and the spending is not right.',
    'notices.invoiceMissing.action': 'Enter the invoice',
    'notices.budgetNearlySpent.name': 'Budget line of which 90% or more is spent',
    'notices.budgetNearlySpent.leadDays': 'Number of working days after 90% is spent',
    'notices.budgetNearlySpent.subject': 'Nearly spent: {{title}} ({{year}})',
    'notices.budgetNearlySpent.text':
      'Of the budget line ‘{{title}}’ of {{year}} {{percentage}}% is committed or spent.',
    'notices.budgetNearlySpent.otherwise':
      'When you do nothing, a session that no longer fits on this line cannot go ahead.',
    'notices.budgetNearlySpent.action': 'See the budget',
    'notices.budgetLeftOver.name': 'Budget line of which money is likely to be left over',
    'notices.budgetLeftOver.leadDays':
      'Number of working days before the last day on which the money can still be used',
    'notices.budgetLeftOver.subject': 'Likely to be left over: {{title}} ({{year}})',
    'notices.budgetLeftOver.text':
      'Of the budget line ‘{{title}}’ of {{year}} {{percentage}}% is not spent, committed or planned.',
    'notices.budgetLeftOver.otherwise':
      'What has not been planned or ordered after {{moment}} cannot be used this year any more. The state may claim it back.',
    'notices.budgetLeftOver.action': 'See the forecast',
    'notices.accountabilityDue.name': 'Accountability that nears',
    'notices.accountabilityDue.leadDays': 'Number of working days before 15 July',
    'notices.accountabilityDue.subject': 'Accountability for {{year}}: {{title}}',
    'notices.accountabilityDue.text':
      'The accountability for {{year}} of ‘{{title}}’ is due no later than {{moment}}.',
    'notices.accountabilityDue.otherwise': 'When you do nothing, the accountability comes too late.',
    'notices.accountabilityDue.action': 'See the statement of that year',
  },
});
