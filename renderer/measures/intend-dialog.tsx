import {type FormEvent, useId, useState} from 'react';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import {Button} from '../parts/button.tsx';
import {Dialog} from '../parts/dialog.tsx';
import {Field} from '../parts/field.tsx';
import {speak} from '../state/view.ts';
import type {Cluster} from './clusters.ts';

/** A year from a day, as a date field writes it. */
export function aYearFrom(day: Date): string {
  const later = new Date(day);
  later.setFullYear(later.getFullYear() + 1);
  return later.toISOString().slice(0, 10);
}

/** Sites are meant to stand side by side: why, and when somebody should look again. */
export function IntendDialog({service, of, onClose}: {service: string; of: Cluster; onClose: () => void}) {
  const [first, ...others] = of.sites.map(({name}) => name);
  const sentence = `${first} beside ${others.join(', ')}`;
  const [reason, setReason] = useState('');
  const [reviewOn, setReviewOn] = useState(() => aYearFrom(new Date()));
  const [error, setError] = useState<string | null>(null);
  const form = useId();

  async function take(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (reason.trim() === '') return setError('Say why: a duplicate is intended only with a reason.');
    const [site, beside, ...also] = of.sites.map(({id}) => id) as [string, string, ...string[]];
    const done = await attempt('Keeping', () =>
      ask('duplication.intend', {service, site, beside, also, reason: reason.trim(), reviewOn}),
    );
    if (!done) return;
    speak(`${sentence} is intended.`);
    onClose();
  }

  return (
    <Dialog
      title="Meant to be side by side"
      onClose={onClose}
      actions={
        <>
          <Button look="strong" type="submit" form={form}>
            Call it intended
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      <form id={form} className="intend" onSubmit={(event) => void take(event)}>
        <p>{sentence}. You can undo this.</p>
        <Field
          label="Why?"
          hint="Such as: a second provider is wanted here, or the other site moves next year."
          long
          autoFocus
          value={reason}
          error={error}
          onChange={(next) => {
            setReason(next);
            setError(null);
          }}
        />
        <Field label="Look again on" type="date" value={reviewOn} isRequired onChange={setReviewOn} />
      </form>
    </Dialog>
  );
}
