/**
 * Chooses from ranked candidates so that a list is not several versions of one story: each next one has the highest
 * `(1 - diversity) · score - diversity · likeness to the most alike chosen one`, scores being taken relative to the
 * first. Maximal marginal relevance: Carbonell and Goldstein, "The use of MMR", SIGIR 1998.
 *
 * @param candidates the best first
 * @param diversity 0, the given order, to 1
 * @param likeness of two candidates, 0 to 1
 */
export function diverse<C extends { readonly score: number }>(
  candidates: readonly C[],
  limit: number,
  diversity: number,
  likeness: (one: C, other: C) => number,
): C[] {
  if (diversity === 0) return candidates.slice(0, limit);
  const best = candidates[0]?.score || 1;
  const left = candidates.map((candidate) => ({ candidate, likest: 0 }));
  const chosen: C[] = [];
  while (chosen.length < limit && left.length > 0) {
    const worth = left.map(
      ({ candidate, likest }) => (1 - diversity) * (candidate.score / best) - diversity * likest,
    );
    const at = worth.indexOf(Math.max(...worth));
    const [next] = left.splice(at, 1);
    if (!next) break;
    chosen.push(next.candidate);
    for (const one of left) one.likest = Math.max(one.likest, likeness(one.candidate, next.candidate));
  }
  return chosen;
}
