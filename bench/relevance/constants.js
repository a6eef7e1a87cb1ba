// What the trials say of each constant: what its part is worth, and whether it serves one set alone.
import { WEIGHTS } from '../modules/ranking/weights.js';
import { mean } from '../numbers.js';
import { table } from './report.js';
import { TRIALS } from './trials.js';

/** One figure of a set: the mean of its two. */
const one = ({ all, older }) => mean([all, older]);
const signed = (difference) => {
  if (difference === undefined) return '–';
  const text = difference.toFixed(3);
  return difference < 0 ? text.replace('-', '−').replace('−0.000', '0.000') : text;
};

/** What nDCG@10 loses when a part is switched off, on average and without the set that needs it most. */
export function ablation(results) {
  const rows = TRIALS.filter(({ values }) => 'off' in values).map(({ name, values }) => {
    const worth = (figure) =>
      results.map((set) => figure(set.asIs) - figure(set.constants[name].off)).filter(Number.isFinite);
    const each = worth(one);
    return [
      `\`${name}\` ${WEIGHTS[name]} → ${values.off}`,
      signed(mean(worth(({ all }) => all))),
      signed(mean(worth(({ older }) => older))),
      `${each.filter((gain) => gain > 0).length} of ${each.length}`,
      signed(mean([...each].sort((a, b) => b - a).slice(1))),
    ];
  });
  return table(
    ['part', 'all candidates', 'older alone', 'sets that gain', 'worth without the set that gains most'],
    rows,
  );
}

/**
 * For each constant the value that the other sets would choose for a set left out, among the value in use, a lower and
 * a higher one, and what the sets left out get from that choice.
 */
export function leaveOneSetOut(results) {
  const rows = TRIALS.filter(({ values }) => 'lower' in values).map(({ name, values }) => {
    const figure = (set, kind) => one(kind === 'asIs' ? set.asIs : set.constants[name][kind]);
    const choices = results.map((left) => {
      const others = results.filter((set) => set !== left);
      const figureOf = (kind) => mean(others.map((set) => figure(set, kind)));
      return ['asIs', 'lower', 'higher'].sort((a, b) => figureOf(b) - figureOf(a))[0];
    });
    const difference = (kind) => signed(mean(results.map((set) => figure(set, kind) - figure(set, 'asIs'))));
    const chosen = (kind) => choices.filter((choice) => choice === kind).length;
    return [
      `\`${name}\``,
      `${values.lower} (${difference('lower')})`,
      `${WEIGHTS[name]}`,
      `${values.higher} (${difference('higher')})`,
      ['lower', 'asIs', 'higher'].map(chosen).join(' / '),
      signed(mean(results.map((set, at) => figure(set, choices[at]) - figure(set, 'asIs')))),
    ];
  });
  return table(
    ['constant', 'less', 'in use', 'more', 'chosen: less / in use / more', 'left-out sets get'],
    rows,
  );
}
