/** Region of each case by its id: a message names only the case. */
export function messageRegions(
  cases: readonly { caseId: string; regionCode: string }[],
): ReadonlyMap<string, string> {
  return new Map(cases.map((one) => [one.caseId, one.regionCode]))
}
