import { defineMessages } from './platform/i18n/messages.js';

/** Of problems with grants, how they are divided and accounted for what happened (title) and what to do next (advice). */
export const grantProblemMessages = defineMessages({
  nl: {
    'problem.cost-outside-activity.title': 'De subsidie betaalt dit niet op die dag',
    'problem.cost-outside-activity.advice':
      'De subsidie betaalt ‘{{activity}}’ van {{first}} tot en met {{last}}. Deze kosten vallen op {{day}}. Kies een andere post of een andere dag. Is de beschikking gewijzigd? Dan past financiën de periode aan bij de activiteiten van de subsidie. Er is niets opgeslagen.',
    'problem.activity-days-reversed.title': 'De laatste dag ligt voor de eerste',
    'problem.activity-days-reversed.advice':
      'Vul een laatste dag in die op of na de eerste dag ligt. Er is niets opgeslagen.',
    'problem.activity-outside-grant.title': 'De periode valt buiten de jaren van de subsidie',
    'problem.activity-outside-grant.advice':
      'De subsidie is voor de jaren {{first}} tot en met {{last}}. Kies twee dagen in die jaren. Er is niets opgeslagen.',
    'problem.activity-code-taken.title': 'Deze code is er al',
    'problem.activity-code-taken.advice':
      'Een andere activiteit van deze subsidie heeft deze code. Kies een andere code. Er is niets opgeslagen.',
    'problem.activity-has-lines.title': 'Bij deze activiteit horen nog begrotingsposten',
    'problem.activity-has-lines.advice':
      'Zet de posten eerst bij een andere activiteit. Er is niets weggehaald.',
    'problem.activity-leaves-commitment.title': 'Er is al iets vastgelegd op een andere dag',
    'problem.activity-leaves-commitment.advice':
      'Op {{day}} valt de verplichting ‘{{what}}’. Kies een periode met die dag erin, of zeg eerst af wat er is vastgelegd of kies er een andere dag voor. Er is niets opgeslagen.',
    'problem.activity-leaves-invoice.title': 'Er is al een factuur geboekt op een andere dag',
    'problem.activity-leaves-invoice.advice':
      'De kosten van factuur {{what}} vallen op {{day}}. Kies een periode met die dag erin, of boek eerst een creditnota voor de hele factuur. Er is niets opgeslagen.',
    'problem.own-line-without-activity.title': 'Deze post betalen de gemeenten zelf',
    'problem.own-line-without-activity.advice':
      'De beschikking gaat alleen over wat de subsidie betaalt. Kies een post van de subsidie. Er is niets opgeslagen.',
    'problem.line-without-activity.title': 'Een post hoort bij geen activiteit',
    'problem.line-without-activity.advice':
      'Beschikking {{decision}} noemt activiteiten. Zet in de kolom ‘activiteit’ de code van de activiteit waar de post ‘{{line}}’ bij hoort. Staat die er niet bij? Dan betaalt de subsidie deze post niet. Er is niets opgeslagen.',
    'problem.import-against-activity.title': 'Er is al iets geboekt buiten deze periode',
    'problem.import-against-activity.advice':
      'Volgens het bestand betaalt de subsidie dit niet meer, maar het is al geboekt: {{what}}. Kies een periode met die dag erin, of draai de boeking eerst terug. Er is niets opgeslagen.',
    'problem.evidence-too-large.title': 'Dit dossier is te groot voor één ZIP-bestand',
    'problem.evidence-too-large.advice':
      'De bewaarde bestanden zijn samen groter dan 3,5 GB. Vraag de beheerder om ze uit de database te halen. Er is niets gedownload.',
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
    'problem.allotment-used-up.title': 'De toedeling is op',
    'problem.allotment-used-up.advice':
      '{{municipality}} heeft {{used}} van de {{trainings}} toegedeelde trainingen van deze soort gebruikt. Kies een andere betalende gemeente, of vraag financiën om een verschuiving van trainingen vast te leggen. Er is niets vastgelegd.',
    'problem.budget-short.title': 'Er is te weinig budget',
    'problem.budget-short.advice':
      'De uitvoering kost {{needed}} en er is nog {{free}} vrij. Verlaag de prijs, of vraag financiën om een verschuiving van budget vast te leggen. Er is niets vastgelegd.',
    'problem.share-over-budget.title': 'Een gemeente heeft te weinig budget',
    'problem.share-over-budget.advice':
      'Het deel van {{municipality}} is {{needed}} en daar is nog {{free}} vrij op deze begrotingspost. Laat financiën eerst een verschuiving van budget vastleggen, of laat de coördinator een andere verdeling kiezen. Er is niets vastgelegd.',
    'problem.sharing-of-non-member.title': 'Een gemeente hoort niet bij de regio',
    'problem.sharing-of-non-member.advice':
      'Alleen gemeenten van uw regio kunnen een deel van de kosten dragen. Kies andere gemeenten. Er is niets opgeslagen.',
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
  },
  en: {
    'problem.cost-outside-activity.title': 'The grant does not pay this on that day',
    'problem.cost-outside-activity.advice':
      'The grant pays ‘{{activity}}’ from {{first}} up to and including {{last}}. This cost falls on {{day}}. Choose another line or another day. Has the decision been amended? Then finance changes the period at the activities of the grant. Nothing was saved.',
    'problem.activity-days-reversed.title': 'The last day is before the first',
    'problem.activity-days-reversed.advice':
      'Fill in a last day on or after the first day. Nothing was saved.',
    'problem.activity-outside-grant.title': 'The period is outside the years of the grant',
    'problem.activity-outside-grant.advice':
      'The grant is for the years {{first}} up to and including {{last}}. Choose two days in those years. Nothing was saved.',
    'problem.activity-code-taken.title': 'This code is there already',
    'problem.activity-code-taken.advice':
      'Another activity of this grant has this code. Choose another code. Nothing was saved.',
    'problem.activity-has-lines.title': 'This activity still has grant lines',
    'problem.activity-has-lines.advice': 'First put the lines with another activity. Nothing was removed.',
    'problem.activity-leaves-commitment.title': 'Something is committed on another day',
    'problem.activity-leaves-commitment.advice':
      'The commitment ‘{{what}}’ falls on {{day}}. Choose a period with that day in it, or first call off what is committed or choose another day for it. Nothing was saved.',
    'problem.activity-leaves-invoice.title': 'An invoice is booked on another day',
    'problem.activity-leaves-invoice.advice':
      'The cost of invoice {{what}} falls on {{day}}. Choose a period with that day in it, or first book a credit note for the whole invoice. Nothing was saved.',
    'problem.own-line-without-activity.title': 'The municipalities pay this line themselves',
    'problem.own-line-without-activity.advice':
      'The decision is only about what the grant pays. Choose a line of the grant. Nothing was saved.',
    'problem.line-without-activity.title': 'A line belongs to no activity',
    'problem.line-without-activity.advice':
      'Decision {{decision}} names activities. Put the code of the activity of the line ‘{{line}}’ in the column ‘activiteit’. Is it not among them? Then the grant does not pay this line. Nothing was saved.',
    'problem.import-against-activity.title': 'Something is booked outside this period',
    'problem.import-against-activity.advice':
      'By the file the grant does not pay this any more, but it is booked already: {{what}}. Choose a period with that day in it, or first undo the booking. Nothing was saved.',
    'problem.evidence-too-large.title': 'This file is too large for one ZIP',
    'problem.evidence-too-large.advice':
      'The files that were kept are larger than 3.5 GB together. Ask the administrator to get them from the database. Nothing was downloaded.',
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
    'problem.allotment-used-up.title': 'The allotment is used up',
    'problem.allotment-used-up.advice':
      '{{municipality}} has used {{used}} of the {{trainings}} trainings of this kind that it was allotted. Choose another paying municipality, or ask finance to record a shift of trainings. Nothing was recorded.',
    'problem.budget-short.title': 'There is not enough budget',
    'problem.budget-short.advice':
      'The course costs {{needed}} and {{free}} is still free. Lower the price, or ask finance to record a shift of budget. Nothing was recorded.',
    'problem.share-over-budget.title': 'A municipality has too little budget',
    'problem.share-over-budget.advice':
      'The share of {{municipality}} is {{needed}} and it has {{free}} free on this grant line. Let finance record a shift of budget first, or let the coordinator share the cost in another way. Nothing was recorded.',
    'problem.sharing-of-non-member.title': 'A municipality is not part of the region',
    'problem.sharing-of-non-member.advice':
      'Only municipalities of your region can bear a part of the cost. Choose other municipalities. Nothing was saved.',
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
  },
});
