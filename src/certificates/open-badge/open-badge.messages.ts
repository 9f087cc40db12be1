import { defineMessages } from '../../platform/i18n/messages.js';

export const openBadgeMessages = defineMessages({
  nl: {
    'certificates.badge.title': 'Open Badge',
    'certificates.badge.link': 'Open Badge',
    'certificates.badge.linkOf': 'Open Badge van het certificaat voor {{course}}',
    'certificates.badge.of': 'Van uw certificaat voor {{course}} ({{number}})',
    'certificates.badge.what':
      'Een Open Badge is een digitaal bewijs van uw certificaat. U bewaart het zelf, bijvoorbeeld in een digitale portemonnee of portfolio, en deelt het met wie u wilt. Anderen kunnen met hun eigen programma controleren of de badge echt is en nog geldig is.',
    'certificates.badge.holds':
      'In de badge staan de training, de datum en hoe lang uw certificaat geldig is. Uw e-mailadres staat er onleesbaar in. Wie het adres al kent, kan ermee nagaan of de badge van u is; anderen hebben er niets aan.',
    'certificates.badge.choice':
      'Het is uw keuze of u een badge maakt. U kunt de badge later altijd intrekken. Uw certificaat blijft in beide gevallen gewoon geldig.',
    'certificates.badge.withName': 'Zet mijn naam leesbaar in de badge ({{name}})',
    'certificates.badge.withNameHint':
      'Dan komt ook het nummer van uw certificaat erin, waarmee iedereen het kan controleren. Op de pdf staan uw naam en het nummer altijd.',
    'certificates.badge.make': 'Open Badge maken',
    'certificates.badge.made': 'Uw Open Badge is gemaakt.',
    'certificates.badge.madeAt': 'U hebt deze badge gemaakt op',
    'certificates.badge.download': 'Download uw badge',
    'certificates.badge.json': 'Badge (JSON)',
    'certificates.badge.jsonHint': 'Voor de meeste digitale portemonnees en portfolio’s.',
    'certificates.badge.jwt': 'Badge (JWT)',
    'certificates.badge.jwtHint': 'Alleen nodig als een programma om een JWT of VC-JWT vraagt.',
    'certificates.badge.pdf': 'Certificaat met badge (PDF)',
    'certificates.badge.pdfHint': 'Om te mailen of te printen. De badge zit als bijlage in het bestand.',
    'certificates.badge.sharing':
      'Wie u een van deze bestanden geeft, kan alles lezen wat in de badge staat.',
    'certificates.badge.withdraw': 'Open Badge intrekken',
    'certificates.badge.withdrawText':
      'Trekt u de badge in, dan verwijderen wij hem. Wie er nog een kopie van heeft en die controleert, ziet dat de badge is ingetrokken. U kunt dit niet terugdraaien, maar u kunt wel een nieuwe badge maken.',
    'certificates.badge.withdrawn': 'Uw Open Badge is ingetrokken.',
    'certificates.badge.distrusted':
      'De sleutel waarmee uw badge was ondertekend, is niet meer veilig. Daarom geldt uw badge niet meer. Maak hieronder een nieuwe.',
    'certificates.badge.criteria':
      'Heeft deelgenomen aan de training ‘{{course}}’ en gedaan wat daarbij voor een certificaat nodig is.',
    'certificates.badge.attachment': 'Open Badge 3.0 van dit certificaat',
    'certificates.keys.title': 'Sleutels voor badges',
    'certificates.keys.intro':
      'Met deze sleutels ondertekent Leerlijn de Open Badges van uw regio. Elk jaar komt er vanzelf een nieuwe sleutel. Badges die met een eerdere sleutel zijn ondertekend, blijven geldig.',
    'certificates.keys.caption': 'Sleutels, de nieuwste eerst',
    'certificates.keys.madeAt': 'Gemaakt op',
    'certificates.keys.badges': 'Aantal badges',
    'certificates.keys.status.inUse': 'In gebruik',
    'certificates.keys.status.earlier': 'Eerdere sleutel',
    'certificates.keys.status.revoked': 'Ingetrokken',
    'certificates.keys.renewText':
      'Wilt u eerder een nieuwe sleutel? De sleutel die nu in gebruik is, ondertekent dan niets meer. Er verandert niets aan de badges die er zijn.',
    'certificates.keys.renew': 'Nieuwe sleutel maken',
    'certificates.keys.made': 'De nieuwe sleutel is in gebruik.',
    'certificates.keys.revokeLink': 'Intrekken',
    'certificates.keys.revokeTitle': 'Sleutel intrekken',
    'certificates.keys.revokeText_one':
      'Doe dit alleen als iemand anders de sleutel kan hebben. Eén badge die ermee is ondertekend, is dan niet meer geldig. De eigenaar kan zelf een nieuwe maken. U kunt dit niet terugdraaien.',
    'certificates.keys.revokeText_other':
      'Doe dit alleen als iemand anders de sleutel kan hebben. De badges die ermee zijn ondertekend ({{count}}), zijn dan niet meer geldig. De eigenaren kunnen zelf een nieuwe maken. U kunt dit niet terugdraaien.',
    'certificates.keys.revoke': 'Sleutel intrekken',
    'certificates.keys.revoked': 'De sleutel is ingetrokken.',
    'certificates.keys.noneTitle': 'Er zijn nog geen sleutels',
    'certificates.keys.none':
      'De eerste sleutel wordt gemaakt zodra iemand een Open Badge van een certificaat maakt.',
  },
  en: {
    'certificates.badge.title': 'Open Badge',
    'certificates.badge.link': 'Open Badge',
    'certificates.badge.linkOf': 'Open Badge of the certificate for {{course}}',
    'certificates.badge.of': 'Of your certificate for {{course}} ({{number}})',
    'certificates.badge.what':
      'An Open Badge is digital proof of your certificate. You keep it yourself, for instance in a digital wallet or portfolio, and share it with whom you like. Others can check with a program of their own whether the badge is real and still valid.',
    'certificates.badge.holds':
      'The badge says the course, the date and how long your certificate is valid. Your e-mail address is in it in a scrambled form: nobody can read it, but who knows the address already can see that the badge is yours.',
    'certificates.badge.choice':
      'Whether you make a badge is up to you. You can always withdraw it later. Either way your certificate stays valid.',
    'certificates.badge.withName': 'Put my name readably in the badge ({{name}})',
    'certificates.badge.withNameHint':
      'Then the number of your certificate is in it too, with which anyone can check it. Your name and the number are always on the PDF.',
    'certificates.badge.make': 'Make an Open Badge',
    'certificates.badge.made': 'Your Open Badge has been made.',
    'certificates.badge.madeAt': 'You made this badge on',
    'certificates.badge.download': 'Download your badge',
    'certificates.badge.json': 'Badge (JSON)',
    'certificates.badge.jsonHint': 'For most digital wallets and portfolios.',
    'certificates.badge.jwt': 'Badge (JWT)',
    'certificates.badge.jwtHint': 'Only needed where a program asks for a JWT or VC-JWT.',
    'certificates.badge.pdf': 'Certificate with badge (PDF)',
    'certificates.badge.pdfHint': 'To mail or to print. The badge is inside the file as an attachment.',
    'certificates.badge.sharing': 'Whoever you give one of these files can read all that is in the badge.',
    'certificates.badge.withdraw': 'Withdraw the Open Badge',
    'certificates.badge.withdrawText':
      'If you withdraw the badge, we remove it. Whoever still has a copy and checks it sees that it was withdrawn. You cannot undo this, but you can make a new badge.',
    'certificates.badge.withdrawn': 'Your Open Badge has been withdrawn.',
    'certificates.badge.distrusted':
      'The key with which your badge was signed is no longer safe. That is why your badge no longer counts. Make a new one below.',
    'certificates.badge.criteria':
      'Took part in the course ‘{{course}}’ and did what it asks for a certificate.',
    'certificates.badge.attachment': 'Open Badge 3.0 of this certificate',
    'certificates.keys.title': 'Keys for badges',
    'certificates.keys.intro':
      'With these keys Leerlijn signs the Open Badges of your region. A new key comes by itself every year. Badges that were signed with an earlier key stay valid.',
    'certificates.keys.caption': 'Keys, the newest first',
    'certificates.keys.madeAt': 'Made on',
    'certificates.keys.badges': 'Number of badges',
    'certificates.keys.status.inUse': 'In use',
    'certificates.keys.status.earlier': 'Earlier key',
    'certificates.keys.status.revoked': 'Revoked',
    'certificates.keys.renewText':
      'Do you want a new key earlier? The key that is in use now then signs nothing more. Nothing changes for the badges that there are.',
    'certificates.keys.renew': 'Make a new key',
    'certificates.keys.made': 'The new key is in use.',
    'certificates.keys.revokeLink': 'Revoke',
    'certificates.keys.revokeTitle': 'Revoke a key',
    'certificates.keys.revokeText_one':
      'Only do this if someone else may have the key. One badge that was signed with it is then no longer valid. Its owner can make a new one. You cannot undo this.',
    'certificates.keys.revokeText_other':
      'Only do this if someone else may have the key. The badges that were signed with it ({{count}}) are then no longer valid. Their owners can make new ones. You cannot undo this.',
    'certificates.keys.revoke': 'Revoke the key',
    'certificates.keys.revoked': 'The key has been revoked.',
    'certificates.keys.noneTitle': 'There are no keys yet',
    'certificates.keys.none':
      'The first key is made as soon as someone makes an Open Badge of a certificate.',
  },
});
