import { defineMessages } from './platform/i18n/messages.js';

/** Of problems with costs, invoices and the books what happened (title) and what to do next (advice). */
export const invoiceProblemMessages = defineMessages({
  nl: {
    'problem.no-price.title': 'Er is geen prijs',
    'problem.no-price.advice':
      'Op de laatste dag van deze uitvoering geldt geen prijs van de training. Voeg er een toe bij de training, of vul bij de uitvoering in wat er is afgesproken. Er is niets vastgelegd.',
    'problem.extra-costs-too-low.title': 'Zoveel kan er niet af',
    'problem.extra-costs-too-low.advice':
      'Van de extra kosten kan nog hoogstens {{most}} af: wat er staat en niet gefactureerd is. Is een factuur te hoog, leg dan een creditnota vast. Er is niets opgeslagen.',
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
    'problem.no-price.title': 'There is no price',
    'problem.no-price.advice':
      'On the last day of this session no price of the course holds. Add one to the course, or fill in with the session what was agreed. Nothing was recorded.',
    'problem.extra-costs-too-low.title': 'That much cannot be taken off',
    'problem.extra-costs-too-low.advice':
      'At most {{most}} can still be taken off the extra costs: what stands there and has not been invoiced. If an invoice is too high, record a credit note. Nothing was saved.',
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
