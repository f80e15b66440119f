import {X} from 'lucide-react';
import {IconButton} from '../parts/button.tsx';

/** What was named one by one, each with a way to take it off again. */
export function ChosenList({
  what,
  chosen,
  nameOf,
  onChoose,
}: {
  what: string;
  chosen: readonly string[];
  nameOf: (each: string) => string;
  onChoose: (left: readonly string[]) => void;
}) {
  if (chosen.length === 0) return null;
  return (
    <ul className="chosen-sites">
      {chosen.map((each) => (
        <li key={each}>
          {nameOf(each)}
          <IconButton
            name={`${what}: take ${nameOf(each)} off`}
            onPress={() => onChoose(chosen.filter((other) => other !== each))}
          >
            <X size={12} />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}
