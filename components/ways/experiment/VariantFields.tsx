import { Field } from '@/components/controls/Field';
import settings from '@/components/training/train/settings/Settings.module.css';
import { CHOICES, type Factor, FIRST_VARIANTS, isChoice } from '@/lib/experiment/factors';
import { VARIANTS } from '@/lib/experiment/plan';
import type { PlanProblems, PlanText } from '@/lib/experiment/read-plan';
import words from '@/words/experiment';
import styles from './Experiment.module.css';
import { variantWord } from './words';

interface Props {
  readonly text: PlanText;
  readonly problems: PlanProblems;
  onChange(variants: readonly string[]): void;
}

/** A variant is named by its position, whatever is typed there. */
const NAMES = [1, 2, 3, 4].map((number) => words.variant({ number }));

/** A new variant; for typed numbers the field is left empty. */
const another = (factor: Factor, there: readonly string[]): string =>
  [...(isChoice(factor) ? CHOICES[factor] : FIRST_VARIANTS[factor])].find((one) => !there.includes(one)) ??
  '';

/** The variants: two to four, typed or chosen. */
export function VariantFields({ text: { factor, variants }, problems, onChange }: Props) {
  const most = isChoice(factor) ? Math.min(VARIANTS.most, CHOICES[factor].length) : VARIANTS.most;
  const [full, few] = [variants.length >= most, variants.length <= VARIANTS.least];
  return (
    <fieldset>
      <legend className="visually-hidden">{words.variants()}</legend>
      <div className={settings.grid}>
        {variants.map((value, at) => (
          <Field key={NAMES[at]} label={NAMES[at]} hint="" problem={problems.variants[at] ?? undefined}>
            {(ties) => {
              const change = (next: string) => onChange(variants.with(at, next));
              return isChoice(factor) ? (
                <select {...ties} value={value} onChange={({ currentTarget }) => change(currentTarget.value)}>
                  {CHOICES[factor].map((option) => (
                    <option key={option} value={option}>
                      {variantWord(factor, option)}
                    </option>
                  ))}
                </select>
              ) : (
                <input
                  {...ties}
                  type="text"
                  inputMode="decimal"
                  autoComplete="off"
                  spellCheck={false}
                  value={value}
                  onChange={({ currentTarget }) => change(currentTarget.value)}
                />
              );
            }}
          </Field>
        ))}
      </div>
      <p className={`button-row ${styles.buttons}`}>
        <button
          type="button"
          className="button-quiet"
          aria-disabled={full}
          onClick={() => !full && onChange([...variants, another(factor, variants)])}
        >
          {words.addVariant()}
        </button>
        <button
          type="button"
          className="button-quiet"
          aria-disabled={few}
          onClick={() => !few && onChange(variants.slice(0, -1))}
        >
          {words.removeLast()}
        </button>
      </p>
    </fieldset>
  );
}
