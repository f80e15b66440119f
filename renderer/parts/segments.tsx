import {Radio, RadioGroup} from 'react-aria-components';

/** One of a few, all of them in sight. */
export function Segments<T extends string>({
  label,
  choices,
  chosen,
  onChoose,
}: {
  label: string;
  choices: readonly {name: T; title: string}[];
  chosen: T;
  onChoose: (name: T) => void;
}) {
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      className="segments"
      value={chosen}
      onChange={(name) => onChoose(name as T)}
    >
      {choices.map(({name, title}) => (
        <Radio key={name} value={name} className="segment">
          {title}
        </Radio>
      ))}
    </RadioGroup>
  );
}
