/** The years that a grant is for. */
export interface GrantYears {
  readonly firstYear: number;
  readonly lastYear: number;
}
