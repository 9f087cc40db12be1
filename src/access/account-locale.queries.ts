/** The SQL of the language that a professional chose in their account; Dutch for who has none. @param id the SQL of their id */
export const localeOfProfessional = (id: string): string =>
  `coalesce((select a.locale from account a where a.professional_id = ${id} and a.closed_at is null limit 1), 'nl')`;
