import type {Answer} from '../contract.ts';
import {count, decimal, percent, signed} from '../words/numbers.ts';
import {WhyButton} from './why-button.tsx';

/** The two numbers that matter most, each with its base. */
export function Headline({answer}: {answer: Answer}) {
  const {share, audit, gap, against, question} = answer;
  const deprived = gap.mostDeprived;
  return (
    <div className="headline number">
      <Figure
        share={share}
        before={against ? against.share : undefined}
        title={`of residents within ${question.within} minutes`}
        base={`${count(audit.served)} of ${count(audit.residents)}`}
        measure="share"
      />
      {deprived.residents > 0 ? (
        <Figure
          share={deprived.share}
          before={against ? against.gap.mostDeprived.share : undefined}
          title="of the most deprived fifth"
          note="IMD deciles 1 and 2"
          base={`${count(deprived.served)} of ${count(deprived.residents)}`}
          measure="most-deprived"
        />
      ) : (
        <div className="headline-figure">
          <strong className="headline-none">Nobody here</strong>
          <span>lives in England’s most deprived fifth (IMD deciles 1 and 2)</span>
        </div>
      )}
    </div>
  );
}

interface Parts {
  share: number | null;
  before: number | null | undefined;
  title: string;
  note?: string;
  base: string;
  measure: string;
}

function Figure({share, before, title, note, base, measure}: Parts) {
  const points = before != null && share != null ? (share - before) * 100 : null;
  return (
    <div className="headline-figure" title={note}>
      <span className="headline-line">
        <strong>{percent(share)}</strong>
        <WhyButton measure={measure} title={title} />
      </span>
      {points !== null && (
        <span className="headline-change" data-tone={points > 0.05 ? 'gain' : points < -0.05 ? 'loss' : 'same'}>
          {Math.abs(points) < 0.05 ? 'no change' : `${points > 0 ? '▲' : '▼'} ${signed(points, decimal)} points`}
        </span>
      )}
      <span>{title}</span>
      <span className="quiet small">{base}</span>
    </div>
  );
}
