import { defineMessages } from '../platform/i18n/messages.js';

export const groupMessages = defineMessages({
  nl: {
    'group.title': 'Groep inschrijven',
    'group.intro':
      'Schrijf hoogstens {{most}} mensen tegelijk in. U ziet eerst wat er per persoon gebeurt. Er wordt dan nog niets opgeslagen.',
    'group.introOwn': 'U kunt alleen mensen uit uw eigen gemeente inschrijven.',
    'group.paste.title': 'Plak een lijst',
    'group.paste.label': 'Lijst uit Excel of een mail',
    'group.paste.help':
      'Zet één persoon op elke regel, of plak de ontvangers van een mail uit Outlook. Met een e-mailadres vinden we iemand zeker. Zonder adres zoeken we op naam en organisatie. Zet die dan in de eerste twee kolommen, of onder de kopjes ‘naam’ en ‘organisatie’.',
    'group.paste.look': 'Bekijk de lijst',
    'group.file.title': 'Kies een bestand',
    'group.file.label': 'Bestand (Excel of CSV)',
    'group.file.help':
      'Een Excel-bestand (.xlsx) of een CSV-bestand van hoogstens 10 MB. We lezen het eerste blad dat u ziet, zonder verborgen rijen.',
    'group.file.required': 'Kies een bestand.',
    'group.file.look': 'Bekijk het bestand',
    'group.pick.title': 'Kies mensen uit het register',
    'group.pick.help':
      'Zoek en vink aan wie u wilt inschrijven. Wat u aanvinkt, geldt voor de mensen die u nu ziet: zoek eerst, vink daarna aan.',
    'group.pick.column': 'Inschrijven',
    'group.pick.look': 'Bekijk wie u aanvinkte',
    'group.nothingGiven': 'Plak een lijst of vink mensen aan.',
    'group.list.empty': 'De lijst is leeg. Zet op elke regel één persoon.',
    'group.list.notText':
      'Dit bestand kunnen we niet lezen. Sla de lijst op als Excel-bestand (.xlsx) of CSV.',
    'group.list.notWorkbook':
      'Dit is geen Excel-bestand. Sla de lijst op als Excel-bestand (.xlsx) of CSV, of plak hem hierboven.',
    'group.list.oldOrLocked':
      'Dit is een oud Excel-bestand (.xls) of er zit een wachtwoord op. Sla de lijst op als .xlsx zonder wachtwoord.',
    'group.list.macros':
      'Er zitten macro’s in dit bestand. Die laten we niet toe. Sla de lijst op als gewone Excel-werkmap (.xlsx).',
    'group.list.tooLarge':
      'Dit bestand is te groot om te lezen. Zet alleen de lijst in een nieuw bestand, of plak hem hierboven.',
    'group.list.damaged':
      'Dit bestand is beschadigd. Open het in Excel, sla het opnieuw op en probeer het nog eens.',
    'group.list.tooManyRows': 'De lijst heeft meer dan {{most}} mensen. Verdeel de lijst in delen.',
    'group.list.quotes': 'Op regel {{line}} staat een aanhalingsteken dat niet sluit. Haal het weg.',
    'group.preview.title': 'Controleer de groep',
    'group.preview.nothingSaved':
      'Er is nog niets opgeslagen. Dit gebeurt er als u de aangevinkte mensen nu inschrijft.',
    'group.preview.sheet': 'We hebben het blad ‘{{sheet}}’ gelezen.',
    'group.preview.missing_one':
      'Voor de hele groep is er 1 plaats te weinig. Kiest u ‘Hele groep samen, of niemand’, dan wordt niemand ingeschreven. Haal eerst een vinkje weg.',
    'group.preview.missing_other':
      'Voor de hele groep zijn er {{count}} plaatsen te weinig. Kiest u ‘Hele groep samen, of niemand’, dan wordt niemand ingeschreven. Haal eerst {{count}} vinkjes weg.',
    'group.preview.caption': 'Wat er per persoon gebeurt',
    'group.preview.line': 'Regel',
    'group.preview.person': 'Persoon',
    'group.preview.outcome': 'Wat er gebeurt',
    'group.preview.nobody': 'Niemand van deze lijst kan nu worden ingeschreven. Kijk per regel waarom.',
    'group.preview.asFarAsFits': 'Inschrijven zover er plaats is; de anderen op de wachtlijst',
    'group.preview.together': 'Hele groep samen, of niemand',
    'group.preview.noneTicked': 'Vink ten minste één persoon aan.',
    'group.preview.stayOut': 'Op deze regels wordt niemand ingeschreven. Kijk waarom:',
    'group.preview.change': 'De lijst aanpassen',
    'group.preview.changeHelp':
      'Klopt een regel niet? Verbeter de lijst hier en bekijk opnieuw wat er gebeurt.',
    'group.preview.unknownHelp':
      'Staat iemand nog niet in het register? Voeg die persoon toe in het nieuwe tabblad en kom hier terug: uw lijst blijft staan.',
    'group.preview.lookAgain': 'Zoek opnieuw in het register',
    'group.preview.again': 'Bekijk de lijst opnieuw',
    'group.preview.other': 'Opnieuw beginnen',
    'group.refusedTogether_one':
      'Niemand is ingeschreven: voor de hele groep is er 1 plaats te weinig. Haal een vinkje weg, of schrijf in zover er plaats is.',
    'group.refusedTogether_other':
      'Niemand is ingeschreven: voor de hele groep zijn er {{count}} plaatsen te weinig. Haal {{count}} vinkjes weg, of schrijf in zover er plaats is.',
    'group.refusedTogetherOther':
      'Niemand is ingeschreven: niet iedereen die u aanvinkte, kan nu een plaats krijgen. Kijk hieronder wie, en haal daar het vinkje weg.',
    'group.outcome.confirmed': 'Krijgt een plaats',
    'group.outcome.waitlisted': 'Op de wachtlijst',
    'group.outcome.requested': 'Aanvraag',
    'group.outcome.refused': 'Kan niet',
    'group.outcome.already': 'Al ingeschreven',
    'group.outcome.unknown': 'Onbekend',
    'group.outcome.twice': 'Staat er twee keer in',
    'group.done.confirmed': 'Ingeschreven',
    'group.done.waitlisted': 'Op de wachtlijst',
    'group.done.requested': 'Aangevraagd',
    'group.done.refused': 'Niet ingeschreven',
    'group.count.confirmed': 'Krijgt een plaats',
    'group.count.waitlisted': 'Op de wachtlijst',
    'group.count.requested': 'Aanvraag',
    'group.count.refused': 'Kan niet of is al ingeschreven',
    'group.why.position': 'Nummer {{position}} op de wachtlijst.',
    'group.why.requested': 'De gemeente moet de aanvraag eerst goedkeuren.',
    'group.why.held.confirmed': 'Heeft al een plaats.',
    'group.why.held.waitlisted': 'Staat al op de wachtlijst.',
    'group.why.held.requested': 'Heeft al een aanvraag gedaan.',
    'group.why.held.offered': 'Heeft al een plaats aangeboden gekregen.',
    'group.why.already-enrolled': 'Is al ingeschreven.',
    'group.why.professional-double-booked': 'Heeft op {{date}}, {{times}}, al een plaats in ‘{{course}}’.',
    'group.why.entry-level-missing':
      'Heeft het instapniveau nog niet. Een coördinator kan een uitzondering maken.',
    'group.why.already-in-course': 'Heeft al een plaats in deze training, of wacht daarop, op {{date}}.',
    'group.why.other-organisation': 'Werkt niet bij de organisatie waarvoor deze training is.',
    'group.why.not-invited': 'Is niet uitgenodigd.',
    'group.why.enrolment-not-open': 'Inschrijven kan niet meer.',
    'group.why.not-found': 'Staat niet in het register, of u kunt deze persoon niet inschrijven.',
    'group.why.unknownEmail': 'Dit e-mailadres staat niet in het register.',
    'group.why.unknownName': 'We vinden niemand met deze naam bij deze organisatie.',
    'group.why.unknownOwn': 'Misschien is het iemand van een andere gemeente.',
    'group.why.several-people':
      'Bij deze organisatie heten meerdere mensen zo. Zet het e-mailadres op de regel.',
    'group.why.several-addresses':
      'Er staan meerdere e-mailadressen op de regel. Zet ‘e-mail’ boven de kolom met het goede adres.',
    'group.why.nothing-to-go-by':
      'Er staat geen e-mailadres op de regel, en geen naam met een organisatie. Vul de regel aan.',
    'group.why.twice': 'Zie regel {{earlier}}.',
    'group.why.notTicked': 'Was niet aangevinkt, of stond nog niet in het register.',
    'group.why.expected.confirmed': 'Dit is anders dan u zag: toen was er een plaats.',
    'group.why.expected.waitlisted': 'Dit is anders dan u zag: toen was er geen plaats.',
    'group.why.expected.requested': 'Dit is anders dan u zag: toen zou het een aanvraag worden.',
    'group.link.register': 'Toevoegen aan het register (in een nieuw tabblad)',
    'group.link.single': 'Apart inschrijven',
    'group.link.session': 'Bekijk die training',
    'group.result.title': 'De groep is ingeschreven',
    'group.result.titleNobody': 'Niemand is ingeschreven',
    'group.result.intro':
      'Iedereen die een plaats heeft, op de wachtlijst staat of een aanvraag heeft, krijgt daarvan een mail.',
    'group.result.caption': 'Wat er per persoon is gebeurd',
    'group.result.outcome': 'Wat er is gebeurd',
    'group.result.participants': 'Naar de deelnemers',
    'group.result.another': 'Nog een groep inschrijven',
    'group.result.leftOut': 'Niet ingeschreven',
    'group.result.leftOutNow':
      'Op deze regels van uw lijst is niemand ingeschreven. U ziet ze alleen nu: ze worden niet bewaard.',
    'group.result.leftOutHelp':
      'Voeg in het nieuwe tabblad toe wie nog niet in het register staat. Bekijk daarna de lijst opnieuw: wie al is ingeschreven, blijft dat.',
    'group.result.leftOutCaption': 'Waarom er niemand is ingeschreven',
    'group.result.people': 'De groep',
    'group.api.oneWay': 'Stuur de mensen als professionalIds of als emails, niet allebei.',
  },
  en: {
    'group.title': 'Enrol a group',
    'group.intro':
      'Enrol at most {{most}} people in one go. First you see what happens for each person; nothing is saved then.',
    'group.introOwn': 'You can only enrol people of your own municipality.',
    'group.paste.title': 'Paste a list',
    'group.paste.label': 'List from Excel or a mail',
    'group.paste.help':
      'Put one person on each line, or paste the recipients of a mail from Outlook. With an e-mail address we are sure to find someone. Without one we look for the name and the organisation. Put these in the first two columns, or below the headings ‘name’ and ‘organisation’.',
    'group.paste.look': 'Look at the list',
    'group.file.title': 'Choose a file',
    'group.file.label': 'File (Excel or CSV)',
    'group.file.help':
      'An Excel file (.xlsx) or a CSV file of at most 10 MB. We read the first sheet that you see, without hidden rows.',
    'group.file.required': 'Choose a file.',
    'group.file.look': 'Look at the file',
    'group.pick.title': 'Choose people from the register',
    'group.pick.help':
      'Search and tick whom you want to enrol. What you tick counts for the people you see now: search first, then tick.',
    'group.pick.column': 'Enrol',
    'group.pick.look': 'Look at whom you ticked',
    'group.nothingGiven': 'Paste a list or tick people.',
    'group.list.empty': 'The list is empty. Put one person on each line.',
    'group.list.notText': 'We cannot read this file. Save the list as an Excel file (.xlsx) or CSV.',
    'group.list.notWorkbook':
      'This is not an Excel file. Save the list as an Excel file (.xlsx) or CSV, or paste it above.',
    'group.list.oldOrLocked':
      'This is an old Excel file (.xls) or it has a password. Save the list as .xlsx without a password.',
    'group.list.macros':
      'There are macros in this file. We do not allow them. Save the list as an ordinary Excel workbook (.xlsx).',
    'group.list.tooLarge':
      'This file is too large to read. Put only the list in a new file, or paste it above.',
    'group.list.damaged': 'This file is damaged. Open it in Excel, save it again and try once more.',
    'group.list.tooManyRows': 'The list has more than {{most}} people. Divide it into parts.',
    'group.list.quotes': 'On line {{line}} there is a quotation mark that does not close. Remove it.',
    'group.preview.title': 'Check the group',
    'group.preview.nothingSaved':
      'Nothing is saved yet. This is what happens when you enrol the ticked people now.',
    'group.preview.sheet': 'We have read the sheet ‘{{sheet}}’.',
    'group.preview.missing_one':
      'There is 1 seat too few for the whole group. If you choose ‘The whole group together, or nobody’, nobody will be enrolled. Untick someone first.',
    'group.preview.missing_other':
      'There are {{count}} seats too few for the whole group. If you choose ‘The whole group together, or nobody’, nobody will be enrolled. Untick {{count}} people first.',
    'group.preview.caption': 'What happens for each person',
    'group.preview.line': 'Line',
    'group.preview.person': 'Person',
    'group.preview.outcome': 'What happens',
    'group.preview.nobody': 'Nobody on this list can be enrolled now. See why on each line.',
    'group.preview.asFarAsFits': 'Enrol as far as there are seats; the others on the waiting list',
    'group.preview.together': 'The whole group together, or nobody',
    'group.preview.noneTicked': 'Tick at least one person.',
    'group.preview.stayOut': 'On these lines nobody is enrolled. See why:',
    'group.preview.change': 'Change the list',
    'group.preview.changeHelp': 'Is a line wrong? Correct the list here and look again at what happens.',
    'group.preview.unknownHelp':
      'Is someone not in the register yet? Add that person in the new tab and come back here: your list stays.',
    'group.preview.lookAgain': 'Search the register again',
    'group.preview.again': 'Look at the list again',
    'group.preview.other': 'Start again',
    'group.refusedTogether_one':
      'Nobody is enrolled: there is 1 seat too few for the whole group. Untick someone, or enrol as far as there are seats.',
    'group.refusedTogether_other':
      'Nobody is enrolled: there are {{count}} seats too few for the whole group. Untick {{count}} people, or enrol as far as there are seats.',
    'group.refusedTogetherOther':
      'Nobody is enrolled: not everyone you ticked can have a seat now. See below who, and untick them.',
    'group.outcome.confirmed': 'Gets a seat',
    'group.outcome.waitlisted': 'On the waiting list',
    'group.outcome.requested': 'Request',
    'group.outcome.refused': 'Not possible',
    'group.outcome.already': 'Already enrolled',
    'group.outcome.unknown': 'Unknown',
    'group.outcome.twice': 'Listed twice',
    'group.done.confirmed': 'Enrolled',
    'group.done.waitlisted': 'On the waiting list',
    'group.done.requested': 'Requested',
    'group.done.refused': 'Not enrolled',
    'group.count.confirmed': 'Gets a seat',
    'group.count.waitlisted': 'On the waiting list',
    'group.count.requested': 'Request',
    'group.count.refused': 'Not possible, or enrolled already',
    'group.why.position': 'Number {{position}} on the waiting list.',
    'group.why.requested': 'The municipality has to approve the request first.',
    'group.why.held.confirmed': 'Has a seat already.',
    'group.why.held.waitlisted': 'Is on the waiting list already.',
    'group.why.held.requested': 'Has asked for a seat already.',
    'group.why.held.offered': 'Has been offered a seat already.',
    'group.why.already-enrolled': 'Is enrolled already.',
    'group.why.professional-double-booked': 'Already has a seat in ‘{{course}}’ on {{date}}, {{times}}.',
    'group.why.entry-level-missing':
      'Does not have the entry level yet. A coordinator can make an exception.',
    'group.why.already-in-course': 'Already has or awaits a seat in this course, on {{date}}.',
    'group.why.other-organisation': 'Does not work at the organisation that this course is for.',
    'group.why.not-invited': 'Is not invited.',
    'group.why.enrolment-not-open': 'Enrolling is not possible any more.',
    'group.why.not-found': 'Is not in the register, or you cannot enrol this person.',
    'group.why.unknownEmail': 'This e-mail address is not in the register.',
    'group.why.unknownName': 'We find nobody with this name at this organisation.',
    'group.why.unknownOwn': 'It may be someone of another municipality.',
    'group.why.several-people':
      'Several people of this organisation have this name. Put the e-mail address on the line.',
    'group.why.several-addresses':
      'There are several e-mail addresses on the line. Put ‘e-mail’ above the column with the right one.',
    'group.why.nothing-to-go-by':
      'There is no e-mail address on the line, and no name with an organisation. Complete the line.',
    'group.why.twice': 'See line {{earlier}}.',
    'group.why.notTicked': 'Was not ticked, or was not in the register yet.',
    'group.why.expected.confirmed': 'This differs from what you saw: there was a seat then.',
    'group.why.expected.waitlisted': 'This differs from what you saw: there was no seat then.',
    'group.why.expected.requested': 'This differs from what you saw: it was going to be a request then.',
    'group.link.register': 'Add to the register (in a new tab)',
    'group.link.single': 'Enrol separately',
    'group.link.session': 'See that course',
    'group.result.title': 'The group is enrolled',
    'group.result.titleNobody': 'Nobody is enrolled',
    'group.result.intro':
      'Everyone who has a seat, is on the waiting list or has a request gets a mail about it.',
    'group.result.caption': 'What happened for each person',
    'group.result.outcome': 'What happened',
    'group.result.participants': 'To the participants',
    'group.result.another': 'Enrol another group',
    'group.result.leftOut': 'Not enrolled',
    'group.result.leftOutNow':
      'On these lines of your list nobody was enrolled. You see them only now: they are not kept.',
    'group.result.leftOutHelp':
      'In the new tab, add whoever is not in the register yet. Then look at the list again: who is enrolled stays so.',
    'group.result.leftOutCaption': 'Why nobody was enrolled',
    'group.result.people': 'The group',
    'group.api.oneWay': 'Send the people as professionalIds or as emails, not both.',
  },
});
