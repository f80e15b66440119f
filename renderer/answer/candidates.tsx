import {Plus} from 'lucide-react';
import {Cell, Column, type Key, Row, Table, TableBody, TableHeader} from 'react-aria-components';
import {inSentence} from '../../src/domain/in-sentence.ts';
import {runAction} from '../actions/all.ts';
import type {Answer, RankedSite} from '../contract.ts';
import {Button} from '../parts/button.tsx';
import {Empty} from '../parts/empty.tsx';
import {useChosenCandidate} from '../score.ts';
import {useMirror} from '../state/plan.ts';
import {openDrawer, select, showAnswerTab, useView} from '../state/view.ts';
import {count, decimal} from '../words/numbers.ts';
import {weightPhrase} from '../words/sentences.ts';
import {CandidateCard} from './candidate-card.tsx';
import {CandidateFilter} from './candidate-filter.tsx';
import {fitsWish} from './candidate-wish.ts';

const SHOWN_FIRST = 12;

/** Every site the service could open at, ranked by what that would change; the selected one in full. */
export function Candidates({answer}: {answer: Answer}) {
  const {sites, ranking, question} = answer;
  const candidate = useChosenCandidate();
  const wish = useView((view) => view.candidates);
  const plan = useMirror((mirror) => mirror.plan);
  const chosen = sites.find(({id}) => id === candidate);
  if (sites.length === 0) {
    return (
      <Empty title="No candidate sites">
        <p>
          Every open site offers {inSentence(question.serviceName)} already. Add a building or plot that could hold it,
          and it is ranked here.
        </p>
        <Button look="strong" icon={<Plus size={14} />} onPress={() => runAction('sites.add')}>
          Add a site
        </Button>
      </Empty>
    );
  }
  const wanted = sites.filter(({id}) => fitsWish(plan.site.get(id), wish));
  const shown = wanted.slice(0, SHOWN_FIRST);
  const rows = chosen && !shown.includes(chosen) ? [...shown, chosen] : shown;
  return (
    <div className="candidates">
      <p className="quiet small">
        What opening {inSentence(question.serviceName)} at one more site would change. Ranked by {ranking.decidedBy},
        counting {weightPhrase(question.weight)}
        {question.weight === 0 ? ' alike' : ''}.
      </p>
      <CandidateFilter sites={sites} shown={wanted.length} />
      <Table
        className="table ranking number"
        aria-label="Candidate sites, best first"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection={false}
        selectedKeys={chosen ? [chosen.id] : []}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : [...keys];
          if (id !== undefined) select({kind: 'site', id: String(id)});
        }}
        onRowAction={(id: Key) => {
          select({kind: 'site', id: String(id)});
          showAnswerTab('journeys');
        }}
      >
        <TableHeader>
          <Column id="place" className="column-place">
            <span className="visually-hidden">Place</span>
          </Column>
          <Column id="name" isRowHeader>
            Site
          </Column>
          <Column id="served" className="column-number">
            Newly served
          </Column>
          <Column id="deprived" className="column-number">
            of them most deprived
          </Column>
          <Column id="saved" className="column-number">
            Person-min saved
          </Column>
        </TableHeader>
        <TableBody>
          {rows.map((site) => (
            <CandidateRow key={site.id} site={site} />
          ))}
        </TableBody>
      </Table>
      {wanted.length > SHOWN_FIRST && (
        <Button look="quiet" onPress={() => openDrawer('sites')}>
          See all {count(sites.length)} in the table
        </Button>
      )}
      {chosen ? (
        <CandidateCard site={chosen} answer={answer} />
      ) : (
        <p className="quiet small">Choose a site to see everything it would change.</p>
      )}
    </div>
  );
}

function CandidateRow({site}: {site: RankedSite}) {
  return (
    <Row id={site.id} textValue={site.name}>
      <Cell className="column-place">{site.place}</Cell>
      <Cell>
        <span className="ranking-name">{site.name}</span>
        <span className="ranking-bar" style={{width: `${Math.max(0, site.shareOfBest ?? 0) * 100}%`}} />
      </Cell>
      <Cell className="column-number">{count(site.newlyServed)}</Cell>
      <Cell className="column-number">{count(site.newlyServedMostDeprived)}</Cell>
      <Cell className="column-number">
        {site.personMinutesSaved >= 100 ? count(site.personMinutesSaved) : decimal(site.personMinutesSaved)}
      </Cell>
    </Row>
  );
}
