import { defineMessages } from '../platform/i18n/messages.js';

export const campaignAnswerMessages = defineMessages({
  nl: {
    'follow-up.reminder': 'Herinnering',
    'follow-up.reminder.none': 'Geen',
    'follow-up.reminder.after_one': '1 werkdag na de uitnodiging, aan wie niet antwoordde',
    'follow-up.reminder.after_other': '{{count}} werkdagen na de uitnodiging, aan wie niet antwoordde',
    'follow-up.calledOffDay': 'gaat niet door',
    'follow-up.handOver.title': 'Werkt hier niet meer',
    'follow-up.handOver.lead': '{{name}} van {{organisation}} krijgt geen uitnodiging of herinnering meer.',
    'follow-up.handOver.campaign': 'Is er een opvolger? Die krijgt dan de uitnodiging voor ‘{{campaign}}’.',
    'follow-up.handOver.email': 'Werkmail van de opvolger',
    'follow-up.handOver.emailHelp': 'Iemand van dezelfde gemeente. Laat leeg als er geen opvolger is.',
    'follow-up.handOver.name': 'Naam van de opvolger',
    'follow-up.handOver.nameHelp':
      'Alleen nodig als de opvolger nog niet in het register staat. Die krijgt dan dezelfde organisatie en functie.',
    'follow-up.handOver.nameNeeded': 'Dit adres staat nog niet in het register. Vul ook de naam in.',
    'follow-up.handOver.samePerson':
      'Dit is het adres van wie vertrekt. Vul het adres van de opvolger in, of laat het leeg.',
    'follow-up.handOver.send': 'Sla op',
    'follow-up.handOver.back': 'Terug naar de lijst',
    'follow-up.handOver.done.left': 'Het is opgeslagen. Deze persoon krijgt niets meer.',
    'follow-up.handOver.done.invited': 'Het is opgeslagen. De opvolger krijgt een uitnodiging.',
    'follow-up.handOver.done.invited-before':
      'Het is opgeslagen. De opvolger was al uitgenodigd en krijgt geen tweede uitnodiging.',
    'follow-up.answer.title': 'Uitnodiging voor een terugkomdag',
    'follow-up.answer.greeting': 'Beste {{name}}',
    'follow-up.answer.question': 'Wanneer komt u?',
    'follow-up.answer.day': '{{day}}',
    'follow-up.answer.fullDay': '{{day}} (vol: u komt op de wachtlijst)',
    'follow-up.answer.unavailable': 'Ik kan op geen van deze dagen',
    'follow-up.answer.declined': 'Nee, ik wil niet komen',
    'follow-up.answer.left': 'Ik werk hier niet meer',
    'follow-up.answer.send': 'Verstuur mijn antwoord',
    'follow-up.answer.change': 'U kunt uw antwoord hieronder nog wijzigen.',
    'follow-up.answer.over':
      'U kunt zich niet meer inschrijven voor deze campagne. Alle dagen zijn voorbij of gaan niet door.',
    'follow-up.answer.session': 'Bekijk de dag, of meld u af',
    'follow-up.answer.stands.enrolled':
      'U bent ingeschreven voor {{day}}. U krijgt een mail met de afspraak.',
    'follow-up.answer.stands.waiting':
      'U hebt nog geen zekere plaats op {{day}}. U krijgt een mail zodra die er is.',
    'follow-up.answer.stands.unavailable':
      'U hebt geantwoord dat u op deze dagen niet kunt. U krijgt geen herinnering.',
    'follow-up.answer.stands.declined': 'U hebt geantwoord dat u niet wilt komen. U krijgt geen herinnering.',
    'follow-up.answer.stands.left':
      'U hebt geantwoord dat u hier niet meer werkt. U krijgt geen mail meer over deze dagen. Uw gemeente kan een opvolger uitnodigen.',
    'follow-up.letter.subject': 'Uitnodiging: {{course}} op {{date}}',
    'follow-up.letter.text':
      'U hebt een training gevolgd over het herkennen van en omgaan met radicalisering. Op een terugkomdag frist u op wat u leerde en deelt u ervaringen met anderen.',
    'follow-up.letter.invitation': 'We nodigen u graag uit voor ‘{{course}}’ op {{date}}.',
    'follow-up.letter.action': 'Schrijf u in, of zeg dat u niet komt',
    'follow-up.letter.closing':
      'Er is een beperkt aantal plaatsen. Is een dag vol, dan komt u op de wachtlijst.',
    'follow-up.letter.cannotCome':
      'Komt u niet, of werkt u hier niet meer? Laat het weten met dezelfde knop. Dan krijgt u geen herinnering.',
    'follow-up.calledOff.text':
      'We nodigden u uit voor ‘{{course}}’ op {{date}}. Die dag gaat niet door. U hoeft niets te doen.',
    'follow-up.calledOff.otherDays':
      'We nodigden u uit voor ‘{{course}}’ op {{date}}. Die dag gaat niet door. U kunt nog een andere dag kiezen.',
  },
  en: {
    'follow-up.reminder': 'Reminder',
    'follow-up.reminder.none': 'None',
    'follow-up.reminder.after_one': '1 working day after the invitation, to who did not answer',
    'follow-up.reminder.after_other': '{{count}} working days after the invitation, to who did not answer',
    'follow-up.calledOffDay': 'called off',
    'follow-up.handOver.title': 'Works here no more',
    'follow-up.handOver.lead': '{{name}} of {{organisation}} gets no invitation or reminder any more.',
    'follow-up.handOver.campaign': 'Is there a successor? Then they get the invitation to ‘{{campaign}}’.',
    'follow-up.handOver.email': 'Work e-mail of the successor',
    'follow-up.handOver.emailHelp':
      'Someone of the same municipality. Leave empty when there is no successor.',
    'follow-up.handOver.name': 'Name of the successor',
    'follow-up.handOver.nameHelp':
      'Only needed when the successor is not in the register yet. They then get the same organisation and function.',
    'follow-up.handOver.nameNeeded': 'This address is not in the register yet. Fill in the name too.',
    'follow-up.handOver.samePerson':
      'This is the address of who leaves. Fill in the address of the successor, or leave it empty.',
    'follow-up.handOver.send': 'Save',
    'follow-up.handOver.back': 'Back to the list',
    'follow-up.handOver.done.left': 'It is saved. This person gets nothing any more.',
    'follow-up.handOver.done.invited': 'It is saved. The successor gets an invitation.',
    'follow-up.handOver.done.invited-before':
      'It is saved. The successor was invited already and gets no second invitation.',
    'follow-up.answer.title': 'Invitation to a follow-up day',
    'follow-up.answer.greeting': 'Dear {{name}}',
    'follow-up.answer.question': 'When will you come?',
    'follow-up.answer.day': '{{day}}',
    'follow-up.answer.fullDay': '{{day}} (full: you will be put on the waiting list)',
    'follow-up.answer.unavailable': 'I cannot come on any of these days',
    'follow-up.answer.declined': 'No, I do not want to come',
    'follow-up.answer.left': 'I work here no more',
    'follow-up.answer.send': 'Send my answer',
    'follow-up.answer.change': 'You can still change your answer below.',
    'follow-up.answer.over': 'You cannot enrol in this campaign any more. All days are over or called off.',
    'follow-up.answer.session': 'See the day, or cancel',
    'follow-up.answer.stands.enrolled':
      'You are enrolled for {{day}}. You will get a mail with the appointment.',
    'follow-up.answer.stands.waiting':
      'You have no certain seat on {{day}} yet. You will get a mail as soon as you do.',
    'follow-up.answer.stands.unavailable':
      'You answered that you cannot come on these days. You will get no reminder.',
    'follow-up.answer.stands.declined':
      'You answered that you do not want to come. You will get no reminder.',
    'follow-up.answer.stands.left':
      'You answered that you work here no more. You will get no more mail about these days. Your municipality can invite a successor.',
    'follow-up.letter.subject': 'Invitation: {{course}} on {{date}}',
    'follow-up.letter.text':
      'You followed a course about recognising and handling radicalisation. On a follow-up day you refresh what you learned and share experiences with others.',
    'follow-up.letter.invitation': 'We would like to invite you to ‘{{course}}’ on {{date}}.',
    'follow-up.letter.action': 'Enrol, or say that you will not come',
    'follow-up.letter.closing':
      'The number of seats is limited. When a day is full you will be put on the waiting list.',
    'follow-up.letter.cannotCome':
      'Will you not come, or do you work here no more? Let us know with the same button. Then you will get no reminder.',
    'follow-up.calledOff.text':
      'We invited you to ‘{{course}}’ on {{date}}. That day is called off. There is nothing to do.',
    'follow-up.calledOff.otherDays':
      'We invited you to ‘{{course}}’ on {{date}}. That day is called off. You can still choose another day.',
  },
});
