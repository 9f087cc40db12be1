import { defineMessages } from '../platform/i18n/messages.js';

export const certificateCheckMessages = defineMessages({
  nl: {
    'certificates.check.elsewhere':
      'Dit certificaat is niet door Leerlijn afgegeven, maar overgenomen uit een andere administratie.',
    'certificates.check.source': 'Overgenomen uit',
    'certificates.check.earlierNumber': 'Nummer daar',
    'certificates.check.replaced':
      'Dit certificaat is vervangen door een nieuwer certificaat en dus niet meer geldig.',
    'certificates.check.title': 'Certificaat controleren',
    'certificates.check.intro':
      'Hebt u een certificaat in handen? Vul het nummer en de naam in die erop staan. U ziet dan of het echt is en of het nog geldig is.',
    'certificates.check.number': 'Nummer van het certificaat',
    'certificates.check.numberHint': 'Bijvoorbeeld LL-2026-ABCDE-FGHJK-MNPQR. Streepjes mag u weglaten.',
    'certificates.check.name': 'Naam op het certificaat',
    'certificates.check.nameHint': 'Hoofdletters en accenten maken niet uit.',
    'certificates.check.submit': 'Controleren',
    'certificates.check.mistyped':
      'Dit kan geen nummer van een certificaat zijn. Kijk of u het goed hebt overgetypt.',
    'certificates.check.valid': 'Dit certificaat is echt en geldig.',
    'certificates.check.expired': 'Dit certificaat is echt, maar niet meer geldig.',
    'certificates.check.revoked': 'Dit certificaat is ingetrokken en dus niet geldig.',
    'certificates.check.compare': 'Vergelijk deze gegevens met het certificaat dat u hebt gekregen.',
    'certificates.check.notFound':
      'We vinden geen certificaat met deze gegevens. Kijk of u alles goed hebt overgetypt. Klopt alles, dan is het certificaat niet door ons afgegeven.',
    'certificates.check.another': 'Nog een certificaat controleren',
    'certificates.check.dates': 'Datum van de training',
    'certificates.check.issuer': 'Afgegeven namens',
  },
  en: {
    'certificates.check.elsewhere':
      'This certificate was not issued by Leerlijn, but taken over from another administration.',
    'certificates.check.source': 'Taken over from',
    'certificates.check.earlierNumber': 'Number there',
    'certificates.check.replaced':
      'This certificate was replaced by a newer certificate and so is no longer valid.',
    'certificates.check.title': 'Check a certificate',
    'certificates.check.intro':
      'Do you have a certificate in hand? Fill in the number and the name on it. You will see whether it is real and still valid.',
    'certificates.check.number': 'Number of the certificate',
    'certificates.check.numberHint': 'For example LL-2026-ABCDE-FGHJK-MNPQR. You may leave out the dashes.',
    'certificates.check.name': 'Name on the certificate',
    'certificates.check.nameHint': 'Capitals and accents do not matter.',
    'certificates.check.submit': 'Check',
    'certificates.check.mistyped':
      'This cannot be the number of a certificate. See whether you typed it correctly.',
    'certificates.check.valid': 'This certificate is real and valid.',
    'certificates.check.expired': 'This certificate is real, but no longer valid.',
    'certificates.check.revoked': 'This certificate was revoked and so is not valid.',
    'certificates.check.compare': 'Compare these details with the certificate you were given.',
    'certificates.check.notFound':
      'We find no certificate with these details. See whether you typed everything correctly. If you did, the certificate was not issued by us.',
    'certificates.check.another': 'Check another certificate',
    'certificates.check.dates': 'Date of the course',
    'certificates.check.issuer': 'Issued on behalf of',
  },
});
