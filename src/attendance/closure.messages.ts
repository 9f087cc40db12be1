import { defineMessages } from '../platform/i18n/messages.js';

export const closureMessages = defineMessages({
  nl: {
    'attendance.correction.title': 'Aanwezigheid verbeteren',
    'attendance.correction.intro':
      'De uitvoering is afgesloten. Klopt er iets niet, dan kunt u het per deelnemer verbeteren; u geeft daarbij een reden op.',
    'attendance.correction.news':
      '{{name}} heeft wel ingecheckt voor dagdeel {{ordinal}}; dat kwam pas na het afsluiten binnen.',
    'attendance.correction.action': 'Verbeteren',
    'attendance.correction.of': '{{name}} verbeteren',
    'attendance.correction.heading': '{{name}}, {{course}}',
    'attendance.correction.attended': 'Deze deelnemer volgde {{attended}} van {{parts}} dagdelen.',
    'attendance.correction.waits': 'Het certificaat wacht nu op de terugkomdag.',
    'attendance.correction.consequence':
      'Na het opslaan wordt opnieuw bekeken of deze deelnemer recht heeft op een certificaat. Het wordt dan alsnog afgegeven of juist ingetrokken. Is dit een terugkomdag, dan geldt dat ook voor wat ermee is vernieuwd. De deelnemer krijgt daar bericht van. Uw wijziging en de reden staan in het logboek.',
    'attendance.correction.mark': 'Dagdeel {{ordinal}}, {{when}}',
    'attendance.correction.minutes': 'Dagdeel {{ordinal}}: hoeveel minuten te laat of eerder weg',
    'attendance.correction.why': 'Waarom verandert u dit?',
    'attendance.correction.reason.wrong-mark': 'Er was iets verkeerd ingevuld',
    'attendance.correction.reason.came-in-late': 'Het inchecken kwam pas na het afsluiten binnen',
    'attendance.correction.reason.sheet': 'De getekende presentielijst zegt iets anders',
    'attendance.correction.reason.proof': 'De deelnemer heeft het aangetoond',
    'attendance.correction.submit': 'Verbetering opslaan',
    'attendance.correction.done':
      'De aanwezigheid is verbeterd. Of er recht is op een certificaat, wordt nu opnieuw bekeken.',
    'attendance.closure.title': 'Uitvoering afsluiten',
    'attendance.closure.consequence':
      'Na het afsluiten kan alleen de coördinator de aanwezigheid nog verbeteren, met een reden. Wie er recht op heeft, krijgt een certificaat en een mail daarover.',
    'attendance.closure.rule':
      'Voor een certificaat moet iemand minstens {{percentage}}% van de dagdelen volgen.',
    'attendance.closure.ruleAll': 'Voor een certificaat moet iemand alle dagdelen volgen.',
    'attendance.closure.ruleMandatory_one': 'Dagdeel {{parts}} is verplicht.',
    'attendance.closure.ruleMandatory_other': 'De dagdelen {{parts}} zijn verplicht.',
    'attendance.closure.ruleFollowUp': 'Het certificaat komt pas na een terugkomdag.',
    'attendance.closure.missed_one': 'miste dagdeel {{parts}}, dat verplicht is',
    'attendance.closure.missed_other': 'miste de dagdelen {{parts}}, die verplicht zijn',
    'attendance.closure.absent_one':
      'Bij deze training is dagdeel {{parts}} verplicht, maar deze uitvoering heeft minder dagdelen ({{have}}). Dat dagdeel telt hier niet mee.',
    'attendance.closure.absent_other':
      'Bij deze training zijn de dagdelen {{parts}} verplicht, maar deze uitvoering heeft minder dagdelen ({{have}}). Die dagdelen tellen hier niet mee.',
    'attendance.closure.waiting_one': '1 deelnemer wacht op de terugkomdag',
    'attendance.closure.waiting_other': '{{count}} deelnemers wachten op de terugkomdag',
    'attendance.closure.waitingWhat':
      'Zij volgden genoeg van deze training. Het certificaat komt vanzelf als zij een terugkomdag hebben gevolgd en die is afgesloten.',
    'attendance.closure.entitled_one': '1 deelnemer krijgt een certificaat',
    'attendance.closure.entitled_other': '{{count}} deelnemers krijgen een certificaat',
    'attendance.closure.others_one': '1 deelnemer krijgt geen certificaat',
    'attendance.closure.others_other': '{{count}} deelnemers krijgen geen certificaat',
    'attendance.closure.attended': 'volgde {{attended}} van {{parts}} dagdelen',
    'attendance.closure.submit': 'Afsluiten en certificaten afgeven',
    'attendance.closure.back': 'Terug naar de aanwezigheid',
    'attendance.closure.done':
      'De uitvoering is afgesloten. De certificaten worden nu gemaakt; de deelnemers krijgen een mail.',
  },
  en: {
    'attendance.correction.title': 'Correct the attendance',
    'attendance.correction.intro':
      'The session is closed. If something is wrong, you can correct it per participant; you give a reason for it.',
    'attendance.correction.news':
      '{{name}} did check in for part {{ordinal}}; that came in only after closing.',
    'attendance.correction.action': 'Correct',
    'attendance.correction.of': 'Correct {{name}}',
    'attendance.correction.heading': '{{name}}, {{course}}',
    'attendance.correction.attended': 'This participant attended {{attended}} of {{parts}} parts.',
    'attendance.correction.waits': 'The certificate now waits for the follow-up day.',
    'attendance.correction.consequence':
      'After saving it is decided again whether this participant is entitled to a certificate. It is then issued after all, or revoked. For a follow-up day the same holds for what was renewed with it. The participant is told by mail. Your change and the reason are in the audit trail.',
    'attendance.correction.mark': 'Part {{ordinal}}, {{when}}',
    'attendance.correction.minutes': 'Part {{ordinal}}: how many minutes late or gone early',
    'attendance.correction.why': 'Why do you change this?',
    'attendance.correction.reason.wrong-mark': 'Something had been filled in wrongly',
    'attendance.correction.reason.came-in-late': 'The check-in came in only after closing',
    'attendance.correction.reason.sheet': 'The signed sheet says otherwise',
    'attendance.correction.reason.proof': 'The participant has shown it',
    'attendance.correction.submit': 'Save the correction',
    'attendance.correction.done':
      'The attendance is corrected. It is now decided again whether there is a right to a certificate.',
    'attendance.closure.title': 'Close the session',
    'attendance.closure.consequence':
      'After closing only the coordinator can still correct the attendance, with a reason. Those entitled to it get a certificate and a mail about it.',
    'attendance.closure.rule': 'For a certificate someone must attend at least {{percentage}}% of the parts.',
    'attendance.closure.ruleAll': 'For a certificate someone must attend all parts.',
    'attendance.closure.ruleMandatory_one': 'Part {{parts}} is mandatory.',
    'attendance.closure.ruleMandatory_other': 'Parts {{parts}} are mandatory.',
    'attendance.closure.ruleFollowUp': 'The certificate comes only after a follow-up day.',
    'attendance.closure.missed_one': 'missed part {{parts}}, which is mandatory',
    'attendance.closure.missed_other': 'missed parts {{parts}}, which are mandatory',
    'attendance.closure.absent_one':
      'In this course part {{parts}} is mandatory, but this session has fewer parts ({{have}}). That part does not count here.',
    'attendance.closure.absent_other':
      'In this course parts {{parts}} are mandatory, but this session has fewer parts ({{have}}). Those parts do not count here.',
    'attendance.closure.waiting_one': '1 participant waits for the follow-up day',
    'attendance.closure.waiting_other': '{{count}} participants wait for the follow-up day',
    'attendance.closure.waitingWhat':
      'They attended enough of this course. The certificate comes by itself once they have attended a follow-up day and it is closed.',
    'attendance.closure.entitled_one': '1 participant gets a certificate',
    'attendance.closure.entitled_other': '{{count}} participants get a certificate',
    'attendance.closure.others_one': '1 participant gets no certificate',
    'attendance.closure.others_other': '{{count}} participants get no certificate',
    'attendance.closure.attended': 'attended {{attended}} of {{parts}} parts',
    'attendance.closure.submit': 'Close and issue certificates',
    'attendance.closure.back': 'Back to the attendance',
    'attendance.closure.done':
      'The session is closed. The certificates are being made; the participants will get a mail.',
  },
});
