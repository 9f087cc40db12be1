import type { Bilingual, Moment, Question, QuestionnairePlan } from './question.rules.js';

const statement = (nl: string, en: string): Question => ({ kind: 'scale', text: { nl, en }, options: [] });
const open = (nl: string, en: string): Question => ({ kind: 'open', text: { nl, en }, options: [] });
const choice = (nl: string, en: string, options: readonly Bilingual[]): Question => ({
  ...{ kind: 'choice', text: { nl, en }, options },
});

/** What a training is to make people better at: asked before and after, so that one sees whether it did. */
const confidence = [
  statement('Ik herken signalen van radicalisering.', 'I recognise signs of radicalisation.'),
  statement('Ik weet bij wie ik terechtkan met mijn zorgen.', 'I know who to turn to with my concerns.'),
  statement(
    'Ik durf het gesprek aan met iemand over wie ik mij zorgen maak.',
    'I dare to talk with someone I am concerned about.',
  ),
  statement(
    'Ik weet wat ik wel en niet mag delen met anderen.',
    'I know what I may and may not share with others.',
  ),
];

const after = [
  ...confidence,
  statement('De training sloot aan bij mijn werk.', 'The training suited my work.'),
  statement('De trainer legde het duidelijk uit.', 'The trainer explained it clearly.'),
  statement('Er was genoeg ruimte om te oefenen.', 'There was enough room to practise.'),
  statement('Ik raad de training aan collega’s aan.', 'I recommend the training to colleagues.'),
  open('Wat was goed, en wat kan beter?', 'What was good, and what could be better?'),
];

const later = [
  choice('Hebt u gebruikt wat u leerde?', 'Did you use what you learned?', [
    { nl: 'Ja, meer dan eens', en: 'Yes, more than once' },
    { nl: 'Ja, één keer', en: 'Yes, once' },
    { nl: 'Nee, het was niet nodig', en: 'No, there was no need' },
    { nl: 'Nee, het lukte niet', en: 'No, I did not manage to' },
  ]),
  ...confidence,
  open('Wat hielp u, of hield u tegen?', 'What helped you, or kept you from it?'),
];

/** How long before and after a training one usually asks. */
export const USUAL_DAYS_BEFORE = 7;
export const USUAL_MONTHS_AFTER = 3;

/** A questionnaire that suits any training, to begin with. */
export const standardPlans: Readonly<Record<Moment, QuestionnairePlan>> = {
  before: { isAsked: true, daysBefore: USUAL_DAYS_BEFORE, monthsAfter: null, questions: confidence },
  after: { isAsked: true, daysBefore: null, monthsAfter: null, questions: after },
  later: { isAsked: true, daysBefore: null, monthsAfter: USUAL_MONTHS_AFTER, questions: later },
};
