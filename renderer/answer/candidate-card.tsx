import {ArrowRight, GitCompareArrows, Plus} from 'lucide-react';
import {AS_NOW} from '../../src/domain/option.ts';
import {placeService, tryInOption} from '../actions/sites.ts';
import type {Answer, RankedSite} from '../contract.ts';
import {Button} from '../parts/button.tsx';
import {showAnswerTab} from '../state/view.ts';
import {count, decimal, percent, signed} from '../words/numbers.ts';
import {WhyButton} from './why-button.tsx';

/** Everything that opening the service at one site would change, and for whom it would change nothing. */
export function CandidateCard({site, answer}: {site: RankedSite; answer: Answer}) {
  const {audit, gap, minutes, question} = answer;
  const after = site.auditAfter;
  const shareAfter = after.residents > 0 ? after.served / after.residents : null;
  const rows: {label: string; value: string; was?: string; measure?: string}[] = [
    {label: 'Newly served', value: count(site.newlyServed), measure: 'newly-served'},
    {label: 'of them most deprived', value: count(site.newlyServedMostDeprived)},
    {label: 'Newly reachable', value: count(site.newlyReachable)},
    {label: 'Residents with a shorter journey', value: count(site.quicker)},
    {label: 'Person-minutes saved, one way', value: count(site.personMinutesSaved), measure: 'person-minutes'},
    {label: 'of them by the most deprived', value: count(site.personMinutesSavedMostDeprived)},
    {label: `Within ${question.within} minutes after`, value: percent(shareAfter), was: percent(answer.share)},
    {label: 'Mean minutes after', value: decimal(site.meanMinutesAfter), was: decimal(minutes.mean)},
    {
      label: 'Gap after, percentage points',
      value: signed(site.gapAfter.sharePoints, decimal),
      was: signed(gap.sharePoints, decimal),
    },
    {label: 'Gap after, minutes', value: signed(site.gapAfter.minutes, decimal), was: signed(gap.minutes, decimal)},
    {label: 'Unchanged residents', value: count(site.unchanged)},
  ];
  return (
    <section className="candidate-card" aria-label={`If it opened at ${site.name}`}>
      <header className="section-head">
        <h3>If it opened at {site.name}</h3>
      </header>
      <table className="figures number">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Value</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({label, value, was, measure}) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                {was !== undefined && <span className="quiet">{was} → </span>}
                {value}
              </td>
              <td className="why-cell">{measure && <WhyButton measure={measure} title={label} site={site.id} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small number">
        {count(after.served)} + {count(after.beyond)} + {count(after.unreachable)} = {count(after.residents)} residents{' '}
        {after.addsUp && audit.addsUp ? '✓' : '✗'}
      </p>
      <div className="button-row">
        <Button look="strong" icon={<ArrowRight size={14} />} onPress={() => showAnswerTab('journeys')}>
          Journeys it would save
        </Button>
        {question.option === AS_NOW ? (
          <Button icon={<GitCompareArrows size={14} />} onPress={() => void tryInOption(question.service, site.id)}>
            Try it in an option
          </Button>
        ) : (
          <Button icon={<Plus size={14} />} onPress={() => void placeService(question.service, site.id, true)}>
            Put it into {question.optionName}
          </Button>
        )}
      </div>
    </section>
  );
}
