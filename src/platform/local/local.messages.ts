import { defineMessages } from '../i18n/messages.js';

export const localMessages = defineMessages({
  nl: {
    'local.mailbox.title': 'Postvak van deze computer',
    'local.mailbox.lead':
      'Leerlijn draait op deze computer zonder mailserver. Alle mail die anders verstuurd zou worden, staat hier.',
    'local.mailbox.search': 'Zoek op naam, adres of onderwerp',
    'local.mailbox.find': 'Zoeken',
    'local.mailbox.caption': 'Mail, de nieuwste eerst',
    'local.mailbox.subject': 'Onderwerp',
    'local.mailbox.to': 'Aan',
    'local.mailbox.at': 'Geschreven op',
    'local.mailbox.statusLabel': 'Status',
    'local.mailbox.status.queued': 'wacht op verzending',
    'local.mailbox.status.sending': 'wordt verzonden',
    'local.mailbox.status.sent': 'verzonden',
    'local.mailbox.status.failed': 'mislukt',
    'local.mailbox.status.withdrawn': 'ingetrokken',
    'local.mailbox.emptyTitle': 'Geen mail gevonden',
    'local.mailbox.empty':
      'Er is nog niets verstuurd, of niets past bij uw zoekopdracht. Vraag bijvoorbeeld een link aan om in te loggen.',
    'local.mailbox.sentTo': 'Aan {{to}}',
    'local.mailbox.calendar': 'Agendabestand downloaden',
    'local.arguments':
      'Dit kan npm start niet lezen: {{reason}}\nGebruik: npm start, npm start -- --empty (zonder voorbeeldgegevens) of npm start -- --reset (alles wissen en opnieuw beginnen).',
    'local.running':
      'Leerlijn draait al in deze map: {{url}} (proces {{pid}}). Stop dat eerst met Ctrl-C in het andere venster.',
    'local.starting':
      'Leerlijn wordt in deze map al gestart (proces {{pid}}). Wacht even, of stop dat proces.',
    'local.reset.ask':
      'Alle gegevens in {{folder}} worden gewist: mensen, inschrijvingen, certificaten en bedragen. Dit kan niet ongedaan worden gemaakt.\nTyp ja om door te gaan: ',
    'local.reset.yes': 'ja',
    'local.reset.kept': 'Er is niets gewist.',
    'local.reset.done': 'Alle gegevens zijn gewist.',
    'local.reset.noTerminal':
      'Voor --reset moet u een vraag beantwoorden, en dat kan hier niet. Start npm start -- --reset in een terminal, of verwijder de map {{folder}} zelf.',
    'local.reset.otherDatabase':
      'DATABASE_URL wijst naar een eigen database. --reset wist alleen de ingebouwde database; er is niets gewist.',
    'local.database.starting': 'De database wordt gestart.',
    'local.database.elsewhere':
      'PostgreSQL kan niet bij de map {{folder}}. De gegevens staan daarom in {{elsewhere}}.',
    'local.database.migrated_one': 'De database is bijgewerkt (1 stap).',
    'local.database.migrated_other': 'De database is bijgewerkt ({{count}} stappen).',
    'local.ownerNeeded':
      'Bij DATABASE_URL hoort DATABASE_OWNER_URL: de rol die eigenaar van de tabellen is en ze bijwerkt.',
    'local.example.loading': 'Het voorbeeld van Flevoland wordt ingelezen.',
    'local.links':
      'Inloggen als (elke link werkt één keer, een kwartier lang; daarna vraagt u een nieuwe aan op {{url}}/sign-in en vindt u de mail op {{url}}/local/mailbox):',
    'local.noAccounts':
      'Er zijn nog geen mensen die kunnen inloggen. Lees uw eigen register in: npm run import -- MAP.',
    'local.services.starting': 'De website en de taken op de achtergrond worden gestart.',
    'local.ready': 'Leerlijn is klaar: {{url}}\nStoppen: Ctrl-C.',
    'local.stopping': 'Leerlijn wordt gestopt.',
    'local.stopped': 'Leerlijn is gestopt.',
    'local.portTaken':
      'Poort {{port}} is al in gebruik. Kies een andere met PORT, of laat PORT weg: dan wordt een vrije poort gezocht.',
    'local.noFreePort': 'Er is geen vrije poort gevonden vanaf 3000. Kies zelf een poort met PORT.',
    'local.failed': 'Het is niet gelukt. {{reason}}',
    'local.ended': 'Het onderdeel {{name}} is onverwacht gestopt. Laatste regels van {{file}}:\n{{lines}}',
    'local.late':
      'Het onderdeel {{name}} was na een minuut nog niet klaar. Laatste regels van {{file}}:\n{{lines}}',
  },
  en: {
    'local.mailbox.title': 'Mailbox of this computer',
    'local.mailbox.lead':
      'Leerlijn runs on this computer without a mail server. All mail that would otherwise be sent is kept here.',
    'local.mailbox.search': 'Search by name, address or subject',
    'local.mailbox.find': 'Search',
    'local.mailbox.caption': 'Mail, the newest first',
    'local.mailbox.subject': 'Subject',
    'local.mailbox.to': 'To',
    'local.mailbox.at': 'Written on',
    'local.mailbox.statusLabel': 'Status',
    'local.mailbox.status.queued': 'waiting to be sent',
    'local.mailbox.status.sending': 'being sent',
    'local.mailbox.status.sent': 'sent',
    'local.mailbox.status.failed': 'failed',
    'local.mailbox.status.withdrawn': 'withdrawn',
    'local.mailbox.emptyTitle': 'No mail found',
    'local.mailbox.empty':
      'Nothing has been sent yet, or nothing fits your search. Ask for a link to sign in, for example.',
    'local.mailbox.sentTo': 'To {{to}}',
    'local.mailbox.calendar': 'Download the calendar file',
    'local.arguments':
      'npm start cannot read this: {{reason}}\nUse: npm start, npm start -- --empty (without example data) or npm start -- --reset (erase everything and begin anew).',
    'local.running':
      'Leerlijn already runs in this folder: {{url}} (process {{pid}}). Stop that first with Ctrl-C in the other window.',
    'local.starting':
      'Leerlijn is already being started in this folder (process {{pid}}). Wait, or stop that process.',
    'local.reset.ask':
      'All data in {{folder}} will be erased: people, enrolments, certificates and amounts. This cannot be undone.\nType yes to go on: ',
    'local.reset.yes': 'yes',
    'local.reset.kept': 'Nothing was erased.',
    'local.reset.done': 'All data has been erased.',
    'local.reset.noTerminal':
      'For --reset you have to answer a question, which is not possible here. Run npm start -- --reset in a terminal, or remove the folder {{folder}} yourself.',
    'local.reset.otherDatabase':
      'DATABASE_URL points to a database of your own. --reset erases the built-in database only; nothing was erased.',
    'local.database.starting': 'Starting the database.',
    'local.database.elsewhere':
      'PostgreSQL cannot reach the folder {{folder}}. The data is therefore kept in {{elsewhere}}.',
    'local.database.migrated_one': 'The database has been updated (1 step).',
    'local.database.migrated_other': 'The database has been updated ({{count}} steps).',
    'local.ownerNeeded':
      'DATABASE_URL needs DATABASE_OWNER_URL beside it: the role that owns the tables and updates them.',
    'local.example.loading': 'Loading the example of Flevoland.',
    'local.links':
      'Sign in as (each link works once, for a quarter of an hour; after that ask for a new one at {{url}}/sign-in and find the mail at {{url}}/local/mailbox):',
    'local.noAccounts':
      'There is nobody yet who can sign in. Import your own register: npm run import -- FOLDER.',
    'local.services.starting': 'Starting the website and the tasks in the background.',
    'local.ready': 'Leerlijn is ready: {{url}}\nTo stop: Ctrl-C.',
    'local.stopping': 'Stopping Leerlijn.',
    'local.stopped': 'Leerlijn has stopped.',
    'local.portTaken':
      'Port {{port}} is already in use. Choose another with PORT, or leave PORT out: then a free one is looked for.',
    'local.noFreePort': 'No free port was found from 3000 on. Choose a port yourself with PORT.',
    'local.failed': 'This did not work. {{reason}}',
    'local.ended': 'The part {{name}} stopped unexpectedly. Last lines of {{file}}:\n{{lines}}',
    'local.late': 'The part {{name}} was not ready after a minute. Last lines of {{file}}:\n{{lines}}',
  },
});
