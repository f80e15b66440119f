import type {Answer} from '../contract.ts';
import {decimal, signed} from '../words/numbers.ts';
import {WhyButton} from './why-button.tsx';

type Gap = Answer['gap'];

/** The gap between the most deprived fifth and the rest, in words with both of its numbers. */
export function GapSentence({gap, against}: {gap: Gap; against: Gap | null}) {
  if (gap.mostDeprived.residents === 0) return null;
  return (
    <div className="gap-sentence">
      <p>
        <strong>The gap.</strong> {sharePart(gap)} {minutesPart(gap)}
        {against?.sharePoints != null && gap.sharePoints != null && (
          <span className="quiet">
            {' '}
            Against the other option: {signed(gap.sharePoints - against.sharePoints, decimal)} points
            {gap.minutes != null &&
              against.minutes != null &&
              `, ${signed(gap.minutes - against.minutes, decimal)} minutes`}
            .
          </span>
        )}
      </p>
      <WhyButton measure="gap" title="The gap" />
    </div>
  );
}

export function sharePart({sharePoints}: Gap): string {
  if (sharePoints === null) return 'There is nobody to compare the most deprived fifth with.';
  if (Math.abs(sharePoints) < 0.05) return 'The most deprived fifth are served in time as often as the rest.';
  const worse = sharePoints > 0;
  return `The most deprived fifth are ${decimal(Math.abs(sharePoints))} percentage points ${worse ? 'less' : 'more'} often served in time than the rest`;
}

export function minutesPart({minutes, sharePoints}: Gap): string {
  if (minutes === null) return sharePoints === null || Math.abs(sharePoints) < 0.05 ? '' : '.';
  const start = sharePoints !== null && Math.abs(sharePoints) >= 0.05 ? 'and travel' : 'They travel';
  if (Math.abs(minutes) < 0.05) return `${start} as long on average.`;
  return `${start} ${decimal(Math.abs(minutes))} minutes ${minutes > 0 ? 'longer' : 'less'} on average.`;
}
