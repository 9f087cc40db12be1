/**
 * The line that pays a training of level `level` for a municipality of a region in a year, with its grant; none where no
 * grant of that year has a budget for it. With two grants in one year the first by decision number is charged.
 */
export const PAYING_LINE = (municipality: string, level: string, region: string, year: string) => `lateral (
  select gl.id line_id, gl.title line_title, gl.year, g.id grant_id, g.decision_number
  from grant_line gl
  join grant_award g on g.id = gl.grant_id
  join grant_line_budget gb on gb.grant_line_id = gl.id and gb.municipality_id = ${municipality}
  where g.region_id = ${region} and gl.year = ${year} and gl.course_level = ${level}
  order by g.decision_number limit 1)`;
