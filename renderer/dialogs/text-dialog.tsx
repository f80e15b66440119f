import {type FormEvent, useId, useState} from 'react';
import {Button} from '../parts/button.tsx';
import {Dialog} from '../parts/dialog.tsx';
import {Field} from '../parts/field.tsx';
import type {Asking} from '../state/work.ts';

/** Asks for a line of text. An empty name is said to be one, in place. */
export function TextDialog({
  asking: {title, label, hint, verb, value, empty, answer},
}: {
  asking: Extract<Asking, {what: 'text'}>;
}) {
  const [text, setText] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const form = useId();

  function take(event: FormEvent): void {
    event.preventDefault();
    const said = text.trim();
    if (said === '' && empty !== null) setError(empty);
    else answer(said);
  }

  return (
    <Dialog
      title={title}
      onClose={() => answer(null)}
      actions={
        <>
          <Button look="strong" type="submit" form={form}>
            {verb}
          </Button>
          <Button onPress={() => answer(null)}>Cancel</Button>
        </>
      }
    >
      <form id={form} onSubmit={take}>
        <Field
          label={label}
          hint={hint || undefined}
          value={text}
          error={error}
          autoFocus
          onFocus={(event) => (event.target as HTMLInputElement).select?.()}
          onChange={(next) => {
            setText(next);
            setError(null);
          }}
        />
      </form>
    </Dialog>
  );
}
