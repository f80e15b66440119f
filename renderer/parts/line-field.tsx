import {useState} from 'react';
import {Field} from './field.tsx';

interface Parts {
  label: string;
  hint?: string;
  value: string;
  error: string | null;
  long?: boolean;
  type?: 'text' | 'date';
  onTake: (value: string) => Promise<void>;
}

/** A line of text that is taken when it is left, if it was changed. */
export function LineField({label, hint, value, error, long = false, type = 'text', onTake}: Parts) {
  const [text, setText] = useState(value);
  return (
    <Field
      label={label}
      hint={hint}
      long={long}
      type={type}
      value={text}
      error={error}
      onChange={setText}
      onBlur={() => void (text !== value && onTake(text))}
    />
  );
}
