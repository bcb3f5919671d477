import { ScrollBox } from '@/components/site/ScrollBox';
import { conclude } from '@/lib/experiment/conclusion';
import { FIGURES } from '@/lib/experiment/curves';
import type { Experiment } from '@/lib/experiment/plan';
import { formatDuration } from '@/lib/format/format';
import words from '@/words/experiment';
import styles from './Experiment.module.css';
import { FACTOR_WORD, FIGURE_WORD, formatFigure, JUDGE_WORD, variantWords } from './words';

/** Every finished run with the figures of its last epoch, and the statistics of the variants. */
export function RunTable({ experiment }: { readonly experiment: Experiment }) {
  const { plan, runs } = experiment;
  const names = variantWords(plan);
  if (runs.length === 0) return null;
  return (
    <>
      <Variants experiment={experiment} />
      <details>
        <summary>{words.allRuns()}</summary>
        <ScrollBox label={words.allRuns()} className={styles.scroll}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{FACTOR_WORD[plan.factor]}</th>
                <th scope="col">{words.seed()}</th>
                <th scope="col">{words.epochs()}</th>
                {FIGURES.map((figure) => (
                  <th key={figure} scope="col">
                    {FIGURE_WORD[figure]}
                  </th>
                ))}
                <th scope="col">{words.took()}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map(({ variant, seed, epochs, broke, milliseconds }) => {
                const last = epochs.at(-1);
                return (
                  <tr key={`${variant} ${seed}`}>
                    <th scope="row">{names[variant]}</th>
                    <td className="number">{seed}</td>
                    <td className="number">
                      {broke === null ? (last?.epoch ?? 0) : words.epochsBroken({ epochs: last?.epoch ?? 0 })}
                    </td>
                    {FIGURES.map((figure) => (
                      <td key={figure} className="number">
                        {last ? formatFigure(figure, last[figure]) : ''}
                      </td>
                    ))}
                    <td className="number">{formatDuration(milliseconds)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollBox>
      </details>
    </>
  );
}

/** The deciding metric, variant by variant. */
function Variants({ experiment }: { readonly experiment: Experiment }) {
  const { plan } = experiment;
  const conclusion = conclude(experiment);
  const figureText = (value: number) => formatFigure(plan.judge, value);
  if (!conclusion) return null;
  return (
    <ScrollBox label={words.variantsInFigures()} className={styles.scroll}>
      <table className="table">
        <caption>{words.caption({ judge: JUDGE_WORD[plan.judge], seeds: conclusion.seeds.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{FACTOR_WORD[plan.factor]}</th>
            <th scope="col">{words.mean()}</th>
            <th scope="col">{words.deviation()}</th>
            <th scope="col">{words.lowest()}</th>
            <th scope="col">{words.highest()}</th>
          </tr>
        </thead>
        <tbody>
          {conclusion.spreads.map((spread, variant) => (
            <tr key={plan.variants[variant]}>
              <th scope="row">{variantWords(plan)[variant]}</th>
              {spread ? (
                [spread.mean, spread.deviation, spread.low, spread.high].map((value, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the columns are these four
                  <td key={at} className="number">
                    {figureText(value)}
                  </td>
                ))
              ) : (
                <td colSpan={4}>{words.failed()}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
