import { defineMessages } from './platform/i18n/messages.js';

/** Of problems with a request itself, whatever it is about what happened (title) and what to do next (advice). */
export const requestProblemMessages = defineMessages({
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
    'problem.storage-unavailable.title': 'De opslag van bestanden werkt nu niet',
    'problem.storage-unavailable.advice':
      'Het ligt niet aan u en er is niets opgeslagen. Probeer het over een paar minuten opnieuw. Blijft het fout gaan, geef dan het kenmerk door aan de beheerder.',
    'problem.file-lost.title': 'Dit bestand is niet gevonden',
    'problem.file-lost.advice':
      'Het bestand is bewaard, maar staat niet meer in de opslag. Geef het kenmerk door aan de beheerder: die kan het terugzetten uit een reservekopie.',
    'problem.file-damaged.title': 'Dit bestand is beschadigd',
    'problem.file-damaged.advice':
      'Het bestand is niet meer hetzelfde als toen het werd bewaard, daarom geven we het niet. Geef het kenmerk door aan de beheerder: die kan het terugzetten uit een reservekopie.',
    'problem.idempotency-key-not-valid.title': 'De Idempotency-Key is niet goed',
    'problem.idempotency-key-not-valid.advice':
      'Gebruik 1 tot en met 200 zichtbare ASCII-tekens zonder spaties, bijvoorbeeld een UUID. Er is niets opgeslagen.',
    'problem.idempotency-key-reused.title': 'Deze Idempotency-Key hoort bij een ander verzoek',
    'problem.idempotency-key-reused.advice':
      'Gebruik voor elk nieuw verzoek een nieuwe sleutel. Er is niets opgeslagen.',
    'problem.request-in-progress.title': 'Dit verzoek wordt al uitgevoerd',
    'problem.request-in-progress.advice':
      'Stuur hetzelfde verzoek met dezelfde Idempotency-Key over een paar seconden opnieuw; u krijgt dan het antwoord.',
    'problem.own-account.title': 'U kunt uw eigen account niet sluiten',
    'problem.own-account.advice': 'Vraag een andere beheerder om dit te doen.',
    'problem.link-not-valid.title': 'Deze link werkt niet meer',
    'problem.link-not-valid.advice':
      'De link is al gebruikt, niet volledig of ouder dan 15 minuten. Vraag een nieuwe link aan om in te loggen.',
    'problem.changed-meanwhile.title': 'Iemand anders heeft dit intussen gewijzigd',
    'problem.changed-meanwhile.advice':
      'Open de pagina opnieuw, kijk wat er nu staat en probeer het nog eens. Uw wijziging is niet opgeslagen.',
    'problem.version-needed.title': 'De versie ontbreekt',
    'problem.version-needed.advice':
      'Haal de gegevens eerst op. Stuur dan de waarde van ETag mee in de header If-Match.',
    'problem.version-gone.title': 'Er is een nieuwere versie',
    'problem.version-gone.advice':
      'Iemand anders heeft dit intussen gewijzigd. Haal de gegevens opnieuw op en verwerk uw wijziging daarin. Er is niets opgeslagen.',
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
    'problem.storage-unavailable.title': 'The storage of files does not work now',
    'problem.storage-unavailable.advice':
      'You did nothing wrong and nothing was saved. Try again in a few minutes. If it keeps going wrong, give the reference to the administrator.',
    'problem.file-lost.title': 'This file was not found',
    'problem.file-lost.advice':
      'The file was kept, but is no longer in the storage. Give the reference to the administrator, who can put it back from a backup.',
    'problem.file-damaged.title': 'This file is damaged',
    'problem.file-damaged.advice':
      'The file is no longer the same as when it was kept, so we do not give it. Give the reference to the administrator, who can put it back from a backup.',
    'problem.idempotency-key-not-valid.title': 'The Idempotency-Key is not right',
    'problem.idempotency-key-not-valid.advice':
      'Use 1 to 200 visible ASCII characters without spaces, for example a UUID. Nothing was saved.',
    'problem.idempotency-key-reused.title': 'This Idempotency-Key belongs to another request',
    'problem.idempotency-key-reused.advice': 'Use a new key for each new request. Nothing was saved.',
    'problem.request-in-progress.title': 'This request is already being carried out',
    'problem.request-in-progress.advice':
      'Send the same request with the same Idempotency-Key again in a few seconds; you will then get the answer.',
    'problem.own-account.title': 'You cannot close your own account',
    'problem.own-account.advice': 'Ask another administrator to do it.',
    'problem.link-not-valid.title': 'This link no longer works',
    'problem.link-not-valid.advice':
      'The link has been used, is not complete or is older than 15 minutes. Ask for a new link to sign in.',
    'problem.changed-meanwhile.title': 'Someone else changed this in the meantime',
    'problem.changed-meanwhile.advice':
      'Open the page again, see what it says now and try once more. Your change was not saved.',
    'problem.version-needed.title': 'The version is missing',
    'problem.version-needed.advice':
      'First get the data. Then send the value of ETag along in the header If-Match.',
    'problem.version-gone.title': 'There is a newer version',
    'problem.version-gone.advice':
      'Someone else changed this in the meantime. Get the data again and make your change in them. Nothing was saved.',
  },
});
