import { defineMessages } from '../platform/i18n/messages.js';

export const courseFormMessages = defineMessages({
  nl: {
    'courses.fault.partBeyondLength':
      'Kies alleen dagdelen die de training heeft: het hoogste nummer is het aantal dagdelen.',
    'courses.fault.neverFollowed':
      'Na een terugkomdag of werkbijeenkomst komt geen terugkomdag meer. Laat dit hier weg, of kies een ander niveau.',
    'courses.fault.maximumBelowMinimum':
      'Vul een getal in dat niet lager is dan het kleinste aantal deelnemers.',
    'courses.form.newTitle': 'Nieuwe training',
    'courses.form.changeTitle': 'Training wijzigen',
    'courses.form.changedMeanwhile':
      'Iemand anders heeft deze training intussen gewijzigd. Dit is nu anders dan wat u invulde: {{fields}}. Er is niets opgeslagen. Uw invoer staat hieronder. Sla nog eens op als uw invoer moet gelden.',
    'courses.form.title': 'Titel',
    'courses.form.code': 'Code',
    'courses.form.codeHint':
      'Een korte naam die alleen deze training heeft, bijvoorbeeld basis-1d. Bestanden noemen de training zo.',
    'courses.form.level': 'Niveau',
    'courses.form.dayParts': 'Lengte in dagdelen',
    'courses.form.dayPartsHint': 'Een hele dag is twee dagdelen.',
    'courses.form.functionIds': 'Voor welke functies',
    'courses.form.functionIdsHint': 'Kiest u niets, dan is de training voor iedereen.',
    'courses.form.restrictedAudience': 'Alleen voor',
    'courses.form.restrictedAudienceHint':
      'Vul dit in als niet iedereen mag meedoen. Zet hier niets over personen om wie het gaat bij signalen of casussen.',
    'courses.form.audience': 'Wie kan meedoen',
    'courses.form.entryLevel': 'Niveau dat nodig is om mee te doen',
    'courses.form.entryLevelHint':
      'Wie zich inschrijft, heeft dan een geldig certificaat van dit niveau of hoger nodig.',
    'courses.form.noEntryLevel': 'Geen',
    'courses.form.approval': 'Akkoord vooraf',
    'courses.form.decideDays': 'Hoeveel dagen van tevoren besluit u of een uitvoering doorgaat?',
    'courses.form.decideDaysHint': 'Bij het plannen van een uitvoering kunt u een andere datum kiezen.',
    'courses.form.oncePerCourse': 'Iemand kan maar in één uitvoering tegelijk een plaats hebben',
    'courses.form.minParticipants': 'Kleinste aantal deelnemers',
    'courses.form.maxParticipants': 'Grootste aantal deelnemers',
    'courses.form.requiredAttendancePercentage':
      'Aanwezigheid voor het certificaat, in procenten van de dagdelen',
    'courses.form.requiredAttendancePercentageHint':
      'Wat u hier en bij de twee volgende vragen kiest, geldt voor uitvoeringen die u vanaf nu afsluit. Aan certificaten die al zijn afgegeven verandert niets.',
    'courses.form.mandatoryParts': 'Verplichte dagdelen',
    'courses.form.mandatoryPartsHint':
      'De nummers van de dagdelen die iemand hoe dan ook moet volgen, bijvoorbeeld 1 of 2, 3. Vult u niets in, dan telt alleen het percentage.',
    'courses.form.requiresFollowUp': 'Certificaat pas na een terugkomdag',
    'courses.form.requiresFollowUpHint':
      'Wie genoeg volgde, wacht dan op een terugkomdag. Na het afsluiten van die dag komt het certificaat vanzelf.',
    'courses.form.validityMonths': 'Hoeveel maanden het certificaat geldt',
    'courses.form.validityMonthsHint': 'Vult u niets in, dan geldt het altijd.',
    'courses.form.evaluationUrl': 'Evaluatieformulier',
    'courses.form.evaluationUrlHint':
      'De link naar uw eigen formulier, die begint met https://. Deelnemers krijgen hem als de uitvoering is afgesloten: bij hun certificaat en op de pagina van de uitvoering.',
    'courses.form.providerId': 'Aanbieder',
    'courses.form.providerIdHint':
      'Staat de aanbieder er niet bij? Voeg die dan eerst toe bij de aanbieders.',
    'courses.form.source': 'Bron van de training',
    'courses.form.sourceHint': 'Waar staat dat deze training er is, bijvoorbeeld: aanvraag 2027.',
    'courses.form.isDemo': 'Lengte, aantallen en geldigheid zijn een voorbeeld',
    'courses.form.save': 'Opslaan',
    'courses.form.back': 'Terug, niets opslaan',
  },
  en: {
    'courses.fault.partBeyondLength':
      'Choose only parts that the course has: the highest number is the number of parts.',
    'courses.fault.neverFollowed':
      'No follow-up day comes after a follow-up day or a meeting. Leave this out here, or choose another level.',
    'courses.fault.maximumBelowMinimum':
      'Fill in a number that is not below the smallest number of participants.',
    'courses.form.newTitle': 'New course',
    'courses.form.changeTitle': 'Change a course',
    'courses.form.changedMeanwhile':
      'Someone else changed this course in the meantime. This is now different from what you filled in: {{fields}}. Nothing was saved. What you filled in is below. Save once more if that is what it must be.',
    'courses.form.title': 'Title',
    'courses.form.code': 'Code',
    'courses.form.codeHint':
      'A short name that only this course has, such as basis-1d. Files call the course by it.',
    'courses.form.level': 'Level',
    'courses.form.dayParts': 'Length in day parts',
    'courses.form.dayPartsHint': 'A whole day is two day parts.',
    'courses.form.functionIds': 'For which functions',
    'courses.form.functionIdsHint': 'Without a choice the course is for everyone.',
    'courses.form.restrictedAudience': 'Only for',
    'courses.form.restrictedAudienceHint':
      'Fill this in when not everyone may take part. Put nothing here about persons who are the subject of signals or cases.',
    'courses.form.audience': 'Who can take part',
    'courses.form.entryLevel': 'Level that is needed to take part',
    'courses.form.entryLevelHint': 'Who enrols then needs a valid certificate of this level or higher.',
    'courses.form.noEntryLevel': 'None',
    'courses.form.approval': 'Approval first',
    'courses.form.decideDays': 'How many days in advance do you decide whether a session goes ahead?',
    'courses.form.decideDaysHint': 'When you plan a session, you can choose another date.',
    'courses.form.oncePerCourse': 'A person can have a place in only one session at a time',
    'courses.form.minParticipants': 'Smallest number of participants',
    'courses.form.maxParticipants': 'Largest number of participants',
    'courses.form.requiredAttendancePercentage': 'Attendance for the certificate, in per cent of the parts',
    'courses.form.requiredAttendancePercentageHint':
      'What you choose here and in the next two questions holds for sessions that you close from now on. Certificates that were issued stay as they are.',
    'courses.form.mandatoryParts': 'Mandatory parts',
    'courses.form.mandatoryPartsHint':
      'The numbers of the parts that one must attend in any case, for example 1 or 2, 3. When you fill in nothing, only the percentage counts.',
    'courses.form.requiresFollowUp': 'Certificate only after a follow-up day',
    'courses.form.requiresFollowUpHint':
      'Whoever attended enough then waits for a follow-up day. Once that day is closed, the certificate comes by itself.',
    'courses.form.validityMonths': 'How many months the certificate is valid',
    'courses.form.validityMonthsHint': 'When left empty, it is always valid.',
    'courses.form.evaluationUrl': 'Evaluation form',
    'courses.form.evaluationUrlHint':
      'The link to your own form, which begins with https://. Participants get it once the session is closed: with their certificate and on the page of the session.',
    'courses.form.providerId': 'Provider',
    'courses.form.providerIdHint': 'Is the provider not there? Then first add it to the providers.',
    'courses.form.source': 'Source of the course',
    'courses.form.sourceHint': 'Where it says that this course exists, for example: application 2027.',
    'courses.form.isDemo': 'Length, numbers and validity are an example',
    'courses.form.save': 'Save',
    'courses.form.back': 'Back, save nothing',
  },
});
