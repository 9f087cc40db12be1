import { defineMessages } from '../../platform/i18n/messages.js';

export const looksMessages = defineMessages({
  nl: {
    'certificates.look.title': 'Uiterlijk van certificaten',
    'certificates.look.intro':
      'Geef de certificaten van een gemeente een eigen kleur en een logo. De naam van de gemeente staat er altijd op. Wat u kiest, geldt voor certificaten die vanaf nu worden gegeven. Certificaten van eerder blijven zoals ze zijn.',
    'certificates.look.caption': 'Gemeenten',
    'certificates.look.municipality': 'Gemeente',
    'certificates.look.colour': 'Kleur',
    'certificates.look.logo': 'Logo',
    'certificates.look.standardColour': 'Kleur van Leerlijn',
    'certificates.look.hasLogo': 'Met logo',
    'certificates.look.noLogoYet': 'Zonder logo',
    'certificates.look.changedAt': 'Gewijzigd',
    'certificates.look.never': 'Nog nooit',
    'certificates.look.none': 'Er zijn nog geen gemeenten.',
    'certificates.look.of': 'Uiterlijk van certificaten van {{municipality}}',
    'certificates.look.about':
      'Dit geldt voor certificaten die vanaf nu worden gegeven. Bekijk eerst een voorbeeld. Dat kan voordat u iets opslaat.',
    'certificates.look.accent': 'Kleur van titel en balken',
    'certificates.look.accentHint':
      'Een kleurcode met 6 tekens, bijvoorbeeld #0b5c4b. Laat het veld leeg voor de kleur van Leerlijn. De kleur moet donker genoeg zijn om op wit papier te lezen.',
    'certificates.look.newLogo': 'Nieuw logo',
    'certificates.look.newLogoHint':
      'Een png- of jpg-bestand van hoogstens 1 MB en 2.000 pixels breed of hoog. Het logo komt rechtsboven op het certificaat. Doorzichtige delen worden wit.',
    'certificates.look.removeLogo': 'Geen logo meer',
    'certificates.look.removeLogoHint': 'Kiest u hierboven een nieuw logo? Dan komt dat er toch op.',
    'certificates.look.logoNow': 'Het logo van nu',
    'certificates.look.logoNowOf': 'Logo van gemeente {{municipality}}',
    'certificates.look.save': 'Opslaan',
    'certificates.look.preview': 'Voorbeeld bekijken (pdf)',
    'certificates.look.previewAbout': 'Het voorbeeld opent in een nieuw tabblad. Er wordt niets opgeslagen.',
    'certificates.look.back': 'Terug naar de gemeenten',
    'certificates.look.done': 'Opgeslagen. Nieuwe certificaten van {{municipality}} zien er vanaf nu zo uit.',
    'certificates.look.changedMeanwhile':
      'Iemand anders wijzigde dit uiterlijk terwijl u bezig was. Dit staat er nu: {{colour}}, {{logo}}. Er is niets van u opgeslagen. Slaat u nu op? Dan geldt wat u hebt ingevuld. Kies een nieuw logo opnieuw.',
    'certificates.look.chooseAgain': 'Koos u een nieuw logo? Kies het dan opnieuw.',
    'certificates.look.refusedPreview': 'Er is nog geen voorbeeld',
    'certificates.look.refusedPreviewAbout':
      'Verbeter dit eerst op de pagina met het formulier. Die staat nog open in het andere tabblad.',
    'certificates.look.fault.colour':
      'Vul een kleurcode in van een # met 6 cijfers of letters van a tot en met f, bijvoorbeeld #0b5c4b.',
    'certificates.look.fault.faint':
      'Deze kleur is te licht om op wit papier te lezen. Kies een donkerder kleur: het contrast met wit moet minstens 4,5 op 1 zijn.',
    'certificates.look.fault.base64': 'Stuur het bestand als base64.',
    'certificates.look.fault.not-a-picture':
      'Dit is geen png of jpg, of het bestand is beschadigd. Kies een ander bestand.',
    'certificates.look.fault.animated': 'Dit plaatje beweegt. Kies een plaatje dat stilstaat.',
    'certificates.look.fault.cmyk':
      'Dit plaatje is gemaakt voor drukwerk (CMYK). Sla het op met schermkleuren (RGB) en kies het dan opnieuw.',
    'certificates.look.fault.too-many-pixels':
      'Dit plaatje is te groot. Maak het hoogstens 2.000 pixels breed en hoog.',
    'certificates.look.fault.too-heavy':
      'Dit bestand is te zwaar. Een certificaat moet klein blijven: maak het plaatje kleiner, bijvoorbeeld 600 pixels breed, of kies een logo met minder details.',
    'certificates.look.example.name': 'Naam van de deelnemer',
    'certificates.look.example.course': 'Naam van de training',
    'certificates.look.example.number': 'VOORBEELD',
  },
  en: {
    'certificates.look.title': 'Look of certificates',
    'certificates.look.intro':
      'Give the certificates of a municipality a colour and a logo of their own. The name of the municipality is always on them. What you choose holds for certificates that are given from now on. Earlier certificates stay as they are.',
    'certificates.look.caption': 'Municipalities',
    'certificates.look.municipality': 'Municipality',
    'certificates.look.colour': 'Colour',
    'certificates.look.logo': 'Logo',
    'certificates.look.standardColour': 'Colour of Leerlijn',
    'certificates.look.hasLogo': 'With a logo',
    'certificates.look.noLogoYet': 'Without a logo',
    'certificates.look.changedAt': 'Changed',
    'certificates.look.never': 'Never yet',
    'certificates.look.none': 'There are no municipalities yet.',
    'certificates.look.of': 'Look of certificates of {{municipality}}',
    'certificates.look.about':
      'This holds for certificates that are given from now on. Look at an example first. You can do so before you save anything.',
    'certificates.look.accent': 'Colour of title and bars',
    'certificates.look.accentHint':
      'A colour code of 6 characters, such as #0b5c4b. Leave the field empty for the colour of Leerlijn. The colour must be dark enough to read on white paper.',
    'certificates.look.newLogo': 'New logo',
    'certificates.look.newLogoHint':
      'A PNG or JPG file of at most 1 MB and 2,000 pixels wide or high. The logo comes at the top right of the certificate. Transparent parts become white.',
    'certificates.look.removeLogo': 'No logo any more',
    'certificates.look.removeLogoHint': 'If you choose a new logo above, that one is used all the same.',
    'certificates.look.logoNow': 'The logo of now',
    'certificates.look.logoNowOf': 'Logo of the municipality of {{municipality}}',
    'certificates.look.save': 'Save',
    'certificates.look.preview': 'Look at an example (PDF)',
    'certificates.look.previewAbout': 'The example opens in a new tab. Nothing is saved.',
    'certificates.look.back': 'Back to the municipalities',
    'certificates.look.done': 'Saved. New certificates of {{municipality}} look like this from now on.',
    'certificates.look.changedMeanwhile':
      'Someone else changed this look while you were at it. It is now: {{colour}}, {{logo}}. Nothing of yours was saved. If you save now, what you filled in holds. Choose a new logo once more.',
    'certificates.look.chooseAgain': 'Did you choose a new logo? Then choose it once more.',
    'certificates.look.refusedPreview': 'There is no example yet',
    'certificates.look.refusedPreviewAbout':
      'First put this right on the page with the form. It is still open in the other tab.',
    'certificates.look.fault.colour':
      'Give a colour code of a # with 6 digits or letters from a to f, such as #0b5c4b.',
    'certificates.look.fault.faint':
      'This colour is too light to read on white paper. Choose a darker one: its contrast with white must be at least 4.5 to 1.',
    'certificates.look.fault.base64': 'Send the file as base64.',
    'certificates.look.fault.not-a-picture':
      'This is no PNG or JPG, or the file is damaged. Choose another file.',
    'certificates.look.fault.animated': 'This picture moves. Choose one that stands still.',
    'certificates.look.fault.cmyk':
      'This picture was made for print (CMYK). Save it with colours for screens (RGB) and choose it again.',
    'certificates.look.fault.too-many-pixels':
      'This picture is too large. Make it at most 2,000 pixels wide and high.',
    'certificates.look.fault.too-heavy':
      'This file is too heavy. A certificate must stay small: make the picture smaller, such as 600 pixels wide, or choose a logo with less detail.',
    'certificates.look.example.name': 'Name of the participant',
    'certificates.look.example.course': 'Name of the training',
    'certificates.look.example.number': 'EXAMPLE',
  },
});
