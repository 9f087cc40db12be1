import { defineMessages } from '../platform/i18n/messages.js';

/** Texts about invoices, credit notes and other costs. */
export const invoiceMessages = defineMessages({
  nl: {
    'grants.vat.exempt': 'Vrijgesteld van btw',
    'grants.vat.standard-21': '21% btw',
    'grants.invoice.title': 'Factuur boeken',
    'grants.invoice.lead': '{{course}}, {{dates}}, voor {{municipality}}',
    'grants.invoice.line': 'Begrotingspost',
    'grants.invoice.supplier': 'Leverancier',
    'grants.invoice.number': 'Factuurnummer',
    'grants.invoice.date': 'Factuurdatum',
    'grants.invoice.dateHint':
      'De factuur mag van na het subsidiejaar zijn. De kosten tellen mee in het jaar van de uitvoering.',
    'grants.invoice.costDate': 'Datum van de kosten (laatste dag van de uitvoering)',
    'grants.invoice.amount': 'Bedrag inclusief btw',
    'grants.invoice.amountHint': 'In euro’s, bijvoorbeeld 1.234,50.',
    'grants.invoice.vat': 'Btw',
    'grants.invoice.final': 'Dit is de eindfactuur',
    'grants.invoice.finalHint':
      'Er komt geen factuur meer. Wat van de verplichting over is, wordt weer vrij. Komt er nog een factuur? Haal het vinkje dan weg.',
    'grants.invoice.save': 'Factuur boeken',
    'grants.invoice.done': 'De factuur is geboekt.',
    'grants.invoice.settled':
      'Deze verplichting is afgerond. U kunt er geen factuur meer op boeken. Komt er toch nog een factuur? Boek die dan als kosten op de begrotingspost.',
    'grants.invoice.commitmentOrLine':
      'Geef een verplichting, of een begrotingspost met een gemeente en een datum van de kosten.',
    'grants.realisation.title': 'Factuur {{number}}',
    'grants.realisation.left': 'Nog geboekt',
    'grants.realisation.received': 'Bekijk wat de leverancier stuurde',
    'grants.realisation.credits': 'Creditnota’s op deze factuur',
    'grants.realisation.toInvoice': 'Bekijk de factuur waar deze creditnota bij hoort',
    'grants.realisation.costDate': 'Datum van de kosten',
    'grants.credit.title': 'Creditnota boeken',
    'grants.credit.titleBooked': 'Creditnota {{number}}',
    'grants.credit.intro':
      'Een creditnota neemt een factuur terug, helemaal of voor een deel. Het bedrag wordt weer vrij op dezelfde post, gemeente en hetzelfde jaar. De factuur zelf blijft staan.',
    'grants.credit.again':
      'Krijgt u een nieuwe factuur in plaats van deze? Boek die op de verplichting als die nog openstaat, en anders als kosten op de begrotingspost. Stond de factuur op de verkeerde plek? Neem haar helemaal terug met die reden. Daarna kunt u haar met hetzelfde nummer opnieuw boeken.',
    'grants.credit.number': 'Nummer van de creditnota',
    'grants.credit.date': 'Datum van de creditnota',
    'grants.credit.amountHint':
      'Het bedrag dat terugkomt, zonder minteken. In euro’s, bijvoorbeeld 1.234,50.',
    'grants.credit.reason': 'Reden',
    'grants.credit.reason.amount-wrong': 'Het bedrag klopt niet',
    'grants.credit.reason.not-delivered': 'Niet of niet helemaal geleverd',
    'grants.credit.reason.invoiced-twice': 'Dubbel in rekening gebracht',
    'grants.credit.reason.booked-wrongly': 'Op de verkeerde post of gemeente geboekt',
    'grants.credit.save': 'Creditnota boeken',
    'grants.credit.done': 'De creditnota is geboekt. Het bedrag is weer vrij.',
    'grants.credit.nothingLeft':
      'Van deze factuur is niets meer geboekt. U kunt er geen creditnota op boeken.',
    'grants.cost.title': 'Kosten boeken op een begrotingspost',
    'grants.cost.intro':
      'Voor kosten waarvoor niets is vastgelegd, zoals die van een netwerkregisseur. Hoort de factuur bij een uitvoering die doorging? Boek haar dan op de verplichting van die uitvoering.',
    'grants.cost.date': 'Datum van de kosten',
    'grants.cost.dateHint':
      'De dag waarop is geleverd, of de laatste dag van de periode. Deze datum bepaalt het subsidiejaar, ook als de factuur van later is.',
    'grants.cost.save': 'Kosten boeken',
    'grants.cost.done': 'De kosten zijn geboekt.',
    'grants.cost.emptyTitle': 'Er zijn geen begrotingsposten',
    'grants.cost.emptyText': 'Vraag de coördinator om de begroting in te lezen.',
  },
  en: {
    'grants.vat.exempt': 'Exempt from VAT',
    'grants.vat.standard-21': '21% VAT',
    'grants.invoice.title': 'Record an invoice',
    'grants.invoice.lead': '{{course}}, {{dates}}, for {{municipality}}',
    'grants.invoice.line': 'Grant line',
    'grants.invoice.supplier': 'Supplier',
    'grants.invoice.number': 'Invoice number',
    'grants.invoice.date': 'Invoice date',
    'grants.invoice.dateHint':
      'The invoice may be of after the grant year. The cost counts in the year of the session.',
    'grants.invoice.costDate': 'Date of the cost (last day of the session)',
    'grants.invoice.amount': 'Amount including VAT',
    'grants.invoice.amountHint': 'In euros, for example 1.234,50.',
    'grants.invoice.vat': 'VAT',
    'grants.invoice.final': 'This is the final invoice',
    'grants.invoice.finalHint':
      'No more invoices follow. What is left of the commitment becomes free again. Is there another invoice to come? Then untick this.',
    'grants.invoice.save': 'Record the invoice',
    'grants.invoice.done': 'The invoice has been recorded.',
    'grants.invoice.settled':
      'This commitment has been settled. It takes no more invoices. Does another invoice come after all? Record it as a cost on the grant line.',
    'grants.invoice.commitmentOrLine':
      'Give a commitment, or a grant line with a municipality and a cost date.',
    'grants.realisation.title': 'Invoice {{number}}',
    'grants.realisation.left': 'Still booked',
    'grants.realisation.received': 'See what the supplier sent',
    'grants.realisation.credits': 'Credit notes on this invoice',
    'grants.realisation.toInvoice': 'See the invoice that this credit note belongs to',
    'grants.realisation.costDate': 'Date of the cost',
    'grants.credit.title': 'Record a credit note',
    'grants.credit.titleBooked': 'Credit note {{number}}',
    'grants.credit.intro':
      'A credit note takes back an invoice, in whole or in part. The amount becomes free again on the same line, municipality and year. The invoice itself stays.',
    'grants.credit.again':
      'Do you get a new invoice instead of this one? Record it on the commitment if that is still open, and else as a cost on the grant line. Was the invoice in the wrong place? Take all of it back for that reason. Then you can record it again under the same number.',
    'grants.credit.number': 'Number of the credit note',
    'grants.credit.date': 'Date of the credit note',
    'grants.credit.amountHint':
      'The amount that comes back, without a minus sign. In euros, for example 1.234,50.',
    'grants.credit.reason': 'Reason',
    'grants.credit.reason.amount-wrong': 'The amount is wrong',
    'grants.credit.reason.not-delivered': 'Not delivered, or not all of it',
    'grants.credit.reason.invoiced-twice': 'Invoiced twice',
    'grants.credit.reason.booked-wrongly': 'Booked on the wrong line or municipality',
    'grants.credit.save': 'Record the credit note',
    'grants.credit.done': 'The credit note has been recorded. The amount is free again.',
    'grants.credit.nothingLeft': 'Nothing of this invoice is booked any more. It takes no credit note.',
    'grants.cost.title': 'Record a cost on a grant line',
    'grants.cost.intro':
      'For costs that nothing was committed for, such as those of a network coordinator. Is the invoice for a session that went ahead? Record it on the commitment of that session.',
    'grants.cost.date': 'Date of the cost',
    'grants.cost.dateHint':
      'The day of delivery, or the last day of the period. This date decides the grant year, also when the invoice is of later.',
    'grants.cost.save': 'Record the cost',
    'grants.cost.done': 'The cost has been recorded.',
    'grants.cost.emptyTitle': 'There are no grant lines',
    'grants.cost.emptyText': 'Ask the coordinator to read in the budget.',
  },
});
