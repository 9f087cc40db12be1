import { defineMessages } from '../platform/i18n/messages.js';

export const accessMessages = defineMessages({
  nl: {
    'access.role.coordinator': 'coördinator',
    'access.role.contact': 'gemeentelijk contactpersoon',
    'access.role.trainer': 'trainer',
    'access.role.professional': 'professional',
    'access.role.finance': 'financiën',
    'access.role.administrator': 'beheerder',
    'access.signIn.title': 'Inloggen',
    'access.signIn.intro':
      'Vul uw zakelijke e-mailadres in. U krijgt een mail met een link waarmee u inlogt. Een wachtwoord is niet nodig.',
    'access.signIn.email': 'Zakelijk e-mailadres',
    'access.signIn.send': 'Stuur mij een link',
    'access.signIn.sentTitle': 'Bekijk uw mail',
    'access.signIn.sent':
      'Is dit adres bij ons bekend, dan krijgt u binnen enkele minuten een mail met een link. De link werkt 15 minuten en één keer.',
    'access.signIn.notReceived':
      'Geen mail gekregen? Kijk bij ongewenste mail, of vraag uw gemeentelijk contactpersoon of u bent aangemeld.',
    'access.signIn.again': 'Vraag een nieuwe link aan',
    'access.useLink.title': 'Bijna ingelogd',
    'access.useLink.text': 'Klik op de knop om in te loggen. De link werkt daarna niet meer.',
    'access.useLink.action': 'Inloggen',
    'access.signedOut': 'U bent uitgelogd.',
    'access.letter.greeting': 'Beste {{name}},',
    'access.link.subject': 'Uw link om in te loggen bij Leerlijn',
    'access.link.text': 'Met deze link logt u in bij Leerlijn. De link werkt 15 minuten en één keer.',
    'access.link.action': 'Inloggen bij Leerlijn',
    'access.link.notYou': 'Hebt u hier niet om gevraagd? Dan kunt u deze mail weggooien.',
  },
  en: {
    'access.role.coordinator': 'coordinator',
    'access.role.contact': 'municipal contact',
    'access.role.trainer': 'trainer',
    'access.role.professional': 'professional',
    'access.role.finance': 'finance',
    'access.role.administrator': 'administrator',
    'access.signIn.title': 'Sign in',
    'access.signIn.intro':
      'Fill in your work e-mail address. You will get a mail with a link that signs you in. You need no password.',
    'access.signIn.email': 'Work e-mail address',
    'access.signIn.send': 'Send me a link',
    'access.signIn.sentTitle': 'Check your mail',
    'access.signIn.sent':
      'If we know this address, you will get a mail with a link within a few minutes. The link works for 15 minutes and once.',
    'access.signIn.notReceived':
      'No mail? Look in your junk mail, or ask your municipal contact whether you have been registered.',
    'access.signIn.again': 'Ask for a new link',
    'access.useLink.title': 'Almost signed in',
    'access.useLink.text': 'Press the button to sign in. After that the link no longer works.',
    'access.useLink.action': 'Sign in',
    'access.signedOut': 'You have signed out.',
    'access.letter.greeting': 'Dear {{name}},',
    'access.link.subject': 'Your link to sign in to Leerlijn',
    'access.link.text': 'This link signs you in to Leerlijn. It works for 15 minutes and once.',
    'access.link.action': 'Sign in to Leerlijn',
    'access.link.notYou': 'Did you not ask for this? Then you can throw this mail away.',
  },
});
