import { answerPage } from '../../../src/evaluation/answer.pages.js';
import { commentsPage, removalPage } from '../../../src/evaluation/comments.pages.js';
import type { CommentRow } from '../../../src/evaluation/comment.queries.js';
import type { Results } from '../../../src/evaluation/evaluation-results.queries.js';
import { keyOf, type KnownQuestion, type Moment } from '../../../src/evaluation/question.rules.js';
import { formValues, questionnaireFormPage } from '../../../src/evaluation/questionnaire-form.pages.js';
import type { QuestionnaireRow } from '../../../src/evaluation/questionnaire.queries.js';
import { questionnairesPage } from '../../../src/evaluation/questionnaires.pages.js';
import { resultsPage, resultsQuery } from '../../../src/evaluation/results.pages.js';
import { standardPlans } from '../../../src/evaluation/standard-questions.rules.js';
import { translator } from '../pages.js';

const t = translator('nl');
const id = '00000000-0000-7000-8000-000000000001';
const other = '00000000-0000-7000-8000-000000000002';
const long = `Voorbeeldtraining ${'moeilijke gesprekken '.repeat(6)}<& meer>`;
const nothingSent = { values: {}, issues: [] };

const known = (moment: Moment): KnownQuestion[] =>
  standardPlans[moment].questions.map((question) => ({ ...question, key: keyOf(question) }));
const rowOf = (moment: Moment, askedFrom: Date | null): QuestionnaireRow => ({
  ...{ moment, askedFrom, version: 2, questions: known(moment) },
  ...{ daysBefore: standardPlans[moment].daysBefore, monthsAfter: standardPlans[moment].monthsAfter },
});
const since = new Date('2026-09-01T08:00:00Z');
const course = { courseId: id, course: long, evaluationUrl: 'https://enquete.example.nl/basis' };
const every = [rowOf('before', since), rowOf('after', since), rowOf('later', null)];

const evaluation = (moment: Moment) => ({ course: long, moment, questions: known(moment) });
const [first, ...rest] = known('after');
const wrong = {
  values: { [first!.key]: '', [rest[0]!.key]: '3', [rest.at(-1)!.key]: 'Goed <b>' },
  issues: [{ path: first!.key, message: 'Maak een keuze.' }],
};

const questions = (['before', 'after', 'later'] as const).flatMap((moment) =>
  known(moment).flatMap((question) => (question.kind === 'open' ? [] : [{ ...question, moment }])),
);
const shown = (moment: Moment, counts: Record<string, number>) =>
  known(moment).flatMap(({ key, kind }) =>
    kind === 'open'
      ? []
      : (
          [
            ['all', ''],
            ['municipality', id],
            ['trainers', `${id},${other}`],
          ] as const
        ).map(([breakdown, cell]) => ({
          ...{ courseId: id, moment, questionKey: key, breakdown, cell, period: '2026-2', counts },
        })),
  );
const results: Results = {
  figures: [...shown('before', { '1': 4, '2': 6 }), ...shown('after', { '3': 2, '4': 8 })],
  ...{ questions, courses: [{ id, title: long }], periods: ['2026-2', '2026-1'] },
  responses: [{ courseId: id, moment: 'after', asked: 20, answered: 12, waiting: 2 }],
  names: new Map([
    [id, { nl: 'Noordoostpolder', en: 'Noordoostpolder' }],
    [other, { nl: 'Tess Trainervoorbeeld', en: 'Tess Trainervoorbeeld' }],
  ]),
};
const none: Results = { ...results, figures: [], questions: [], responses: [], courses: [], periods: [] };
const page = (
  found: Results,
  query: object,
  own: { breakdown: 'municipality'; id: string } | null = null,
) => ({
  title: 'Evaluaties',
  ...resultsPage(found, resultsQuery.parse(query), { own, locale: 'nl' }, t),
});

const comment: CommentRow = {
  ...{ id, course: long, moment: 'after', text: 'Goed <b>geoefend</b>.\n\nMeer daarvan.' },
  question: { nl: 'Wat kan beter?', en: null },
};
const commentsQuery = { course: undefined, page: 1 };

export const samples = {
  'evaluation/questionnaires': [
    { ...course, questionnaires: every },
    { ...course, evaluationUrl: null, questionnaires: [] },
    { ...course, questionnaires: [rowOf('before', since)] },
  ].map((model) => ({ title: 'Evaluatie', ...questionnairesPage(model, 'nl', t) })),
  'evaluation/questionnaire-form': [
    questionnaireFormPage(course, 'before', { values: formValues(null), issues: [] }, t),
    questionnaireFormPage(course, 'later', { values: formValues(every[2]!), issues: [] }, t),
    questionnaireFormPage(
      course,
      'after',
      {
        values: formValues(every[1]!),
        issues: [
          { path: 'questions.0.nl', message: 'Vul dit in.' },
          { path: '', message: 'Intussen gewijzigd' },
        ],
      },
      t,
    ),
  ].map((model) => ({ title: 'Vragenlijst', ...model })),
  'evaluation/answer': [
    answerPage(evaluation('before'), 'A'.repeat(43), nothingSent, 'nl', t),
    answerPage(evaluation('later'), 'A'.repeat(43), nothingSent, 'en', t),
    answerPage(evaluation('after'), 'A'.repeat(43), wrong, 'nl', t),
  ].map((model) => ({ title: 'Vragen', ...model })),
  'evaluation/answered': [{ title: 'Dank u wel' }],
  'evaluation/results': [
    page(results, {}),
    page(results, { course: id, per: 'municipality' }),
    page(results, { group: `trainers:${id}`, period: '2026-2' }),
    page(results, { per: 'function' }),
    page(results, {}, { breakdown: 'municipality', id }),
    page({ ...results, figures: [] }, {}, { breakdown: 'municipality', id }),
    page(none, {}),
    page(none, {}, { breakdown: 'municipality', id }),
  ],
  'evaluation/comments': [
    commentsPage({ rows: [comment, comment], total: 120 }, commentsQuery, 'nl', t),
    commentsPage({ rows: [], total: 0 }, { course: id, page: 1 }, 'nl', t),
  ].map((model) => ({ title: 'Opmerkingen', ...model })),
  'evaluation/remove-comment': [
    removalPage(comment, nothingSent, 'nl', t),
    removalPage(comment, { values: {}, issues: [{ path: 'reason', message: 'Maak een keuze.' }] }, 'nl', t),
  ].map((model) => ({ title: 'Verwijderen', ...model })),
};
