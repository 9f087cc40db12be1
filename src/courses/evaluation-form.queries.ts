/** The SQL of the region's own evaluation form of a course; null where a questionnaire is asked after it instead. @param course its alias */
export const evaluationFormOf = (course: string): string => `
  case when not exists (select from questionnaire q
    where q.course_id = ${course}.id and q.moment = 'after' and q.asked_from is not null) then ${course}.evaluation_url end`;
