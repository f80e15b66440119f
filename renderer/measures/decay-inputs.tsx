import {useState} from 'react';
import {useAnswer} from '../answers.ts';
import {ChoiceField} from '../parts/choice-field.tsx';
import {Field, NumberBox} from '../parts/field.tsx';
import type {DecayWish} from '../state/measure-wish.ts';
import {changeQuestion, measureBy, useView} from '../state/view.ts';
import type {DecayOffered} from './answer.ts';

const NONE: readonly DecayOffered[] = [];

/** How far people go, then how much less the farther counts: the cutoff matters more than the form, so it comes first. */
export function DecayInputs() {
  const within = useView((view) => view.question?.within ?? 15);
  const wish = useView((view) => view.measure.decay);
  const offered = useAnswer('measures.decays', {within}).value ?? NONE;
  const chosen = offered.find(({form}) => form === wish?.form);

  function choose(form: string): void {
    const next = offered.find((each) => each.form === form);
    measureBy({
      decay: next ? {form, numbers: Object.fromEntries(next.numbers.map(({key, start}) => [key, start]))} : null,
    });
  }

  return (
    <>
      <NumberBox
        label="The cutoff"
        hint="That of the question above. It matters more than what follows."
        unit="min"
        value={within}
        minValue={1}
        maxValue={600}
        onChange={(next) => changeQuestion({within: next})}
      />
      <ChoiceField label="How the nearer counts more" value={wish?.form ?? ''} onChoose={choose}>
        <option value="">As this measure is published</option>
        {offered.map(({form, label, literature}) => (
          <option key={form} value={form}>
            {label} ({literature})
          </option>
        ))}
      </ChoiceField>
      {wish &&
        chosen?.numbers.map(({key, label, unit}) => (
          <DecayNumber key={`${wish.form} ${key}`} wish={wish} at={key} label={label} unit={unit} />
        ))}
    </>
  );
}

/** One number of the decay, or several for one in steps. */
function DecayNumber({wish, at, label, unit}: {wish: DecayWish; at: string; label: string; unit: string}) {
  const value = wish.numbers[at]!;
  const take = (next: number | readonly number[]) =>
    measureBy({decay: {...wish, numbers: {...wish.numbers, [at]: next}}});
  if (typeof value !== 'number') return <Steps label={label} unit={unit} value={value} onTake={take} />;
  return <NumberBox label={label} unit={unit || undefined} value={value} onChange={take} />;
}

interface StepsParts {
  label: string;
  unit: string;
  value: readonly number[];
  onTake: (value: number[]) => void;
}

/** Numbers in a line, with commas between: taken when the line is left, if every one of them is a number. */
function Steps({label, unit, value, onTake}: StepsParts) {
  const written = value.join(', ');
  const [text, setText] = useState(written);
  const numbers = text.split(',').map((each) => (each.trim() === '' ? Number.NaN : Number(each)));
  const bad = numbers.some((each) => !Number.isFinite(each));
  return (
    <Field
      label={`${label} (${unit})`}
      value={text}
      error={bad ? 'Write numbers with commas between them, such as 5, 10, 15.' : null}
      onChange={setText}
      onBlur={() => !bad && text !== written && onTake(numbers)}
    />
  );
}
