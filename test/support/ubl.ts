/** What a sample invoice tells; amounts as UBL writes them. */
export interface SampleUbl {
  readonly kind?: 'Invoice' | 'CreditNote';
  readonly supplier?: string;
  readonly number?: string;
  readonly date?: string;
  readonly currency?: string;
  readonly withoutVat?: string;
  readonly vat?: string;
  readonly withVat?: string;
  readonly category?: 'E' | 'S' | 'AE';
  readonly percent?: string;
  readonly delivered?: string | null;
  readonly item?: string;
  readonly reference?: string;
  readonly credits?: string;
  /** What stands before the root, such as a document type. */
  readonly before?: string;
}

/** An invoice as the suppliers of a municipality send it (Peppol BIS Billing 3.0), of an invented supplier. */
export function ubl({
  kind = 'Invoice',
  supplier = 'ROR',
  number = '2026-0117',
  date = '2026-11-18',
  currency = 'EUR',
  withoutVat = '2500.00',
  vat = '0.00',
  withVat = '2500.00',
  category = 'E',
  percent = '0',
  delivered = '2026-10-12',
  item = 'Basistraining',
  reference = 'Leerlijn',
  credits,
  before = '',
}: SampleUbl = {}): string {
  const amount = (name: string, value: string) =>
    `<cbc:${name} currencyID="${currency}">${value}</cbc:${name}>`;
  const note = kind === 'CreditNote';
  return `<?xml version="1.0" encoding="UTF-8"?>${before}
<${kind} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${kind}-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID>
  <cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
  <cbc:ID>${number}</cbc:ID>
  <cbc:IssueDate>${date}</cbc:IssueDate>
  <cbc:${kind}TypeCode>${note ? 381 : 380}</cbc:${kind}TypeCode>
  <cbc:DocumentCurrencyCode>${currency}</cbc:DocumentCurrencyCode>
  <cbc:BuyerReference>${reference}</cbc:BuyerReference>
  ${credits ? `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${credits}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>` : ''}
  <cac:AccountingSupplierParty><cac:Party>
    <cac:PartyName><cbc:Name>Voorbeeldmerk</cbc:Name></cac:PartyName>
    <cac:PartyLegalEntity><cbc:RegistrationName>${supplier}</cbc:RegistrationName></cac:PartyLegalEntity>
  </cac:Party></cac:AccountingSupplierParty>
  ${delivered ? `<cac:Delivery><cbc:ActualDeliveryDate>${delivered}</cbc:ActualDeliveryDate></cac:Delivery>` : ''}
  <cac:TaxTotal>
    ${amount('TaxAmount', vat)}
    <cac:TaxSubtotal>${amount('TaxableAmount', withoutVat)}${amount('TaxAmount', vat)}
      <cac:TaxCategory><cbc:ID>${category}</cbc:ID><cbc:Percent>${percent}</cbc:Percent></cac:TaxCategory>
    </cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    ${amount('LineExtensionAmount', withoutVat)}${amount('TaxExclusiveAmount', withoutVat)}
    ${amount('TaxInclusiveAmount', withVat)}${amount('PayableAmount', withVat)}
  </cac:LegalMonetaryTotal>
  <cac:${kind}Line>
    <cbc:ID>1</cbc:ID>${amount('LineExtensionAmount', withoutVat)}
    <cac:Item><cbc:Name>${item}</cbc:Name></cac:Item>
  </cac:${kind}Line>
</${kind}>`;
}
