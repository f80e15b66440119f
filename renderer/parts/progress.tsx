import {ProgressBar} from 'react-aria-components';

/** How far something is; a moving stripe where nobody can say. */
export function Progress({label, done, of}: {label: string; done: number; of: number}) {
  const known = of > 0;
  return (
    <ProgressBar aria-label={label} className="progress" isIndeterminate={!known} value={known ? (done / of) * 100 : 0}>
      {({percentage}) => (
        <span className="progress-track">
          <span
            className={known ? 'progress-fill' : 'progress-fill progress-unknown'}
            style={known ? {width: `${percentage ?? 0}%`} : {}}
          />
        </span>
      )}
    </ProgressBar>
  );
}
