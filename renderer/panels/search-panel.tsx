import {Radar} from 'lucide-react';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import type {AskedQuestion} from '../contract.ts';
import {Button} from '../parts/button.tsx';
import {NumberBox} from '../parts/field.tsx';
import {Segments} from '../parts/segments.tsx';
import {useMirror} from '../state/plan.ts';
import type {SearchGoal, SearchWish} from '../state/search-view.ts';
import {showArrangement, showFound, speak, useView, wishFor} from '../state/view.ts';
import {useWork} from '../state/work.ts';
import {travelPhrase} from '../words/sentences.ts';
import {isTimed, searchAsked} from './search-asked.ts';
import {demandsMade, SearchDemands} from './search-demands.tsx';
import {SearchFound} from './search-found.tsx';
import {SearchGap} from './search-gap.tsx';
import {titleOnMap} from './search-others.tsx';
import {arrangementOf} from './search-shown.ts';
import {COMPARING, SearchTradeoffs} from './search-tradeoffs.tsx';

const SEARCHING = 'Searching for sites';

const GOALS: readonly {name: SearchGoal; title: string; means: string}[] = [
  {name: 'shortest', title: 'Shortest journeys', means: 'least travel in all (p-median)'},
  {name: 'most-people', title: 'Most people within the minutes', means: 'greatest cover (maximal covering)'},
  {name: 'everyone', title: 'Everyone within the minutes', means: 'fewest sites that do it (set covering)'},
  {name: 'fairest', title: 'Shortest longest journey', means: 'best for whoever is worst off (p-centre)'},
  {name: 'close', title: 'Close with least harm', means: 'least added travel (consolidation)'},
];

async function search(question: AskedQuestion, wish: SearchWish): Promise<void> {
  showArrangement(null);
  const answer = await attempt(SEARCHING, (listening) => ask('search.sites', searchAsked(question, wish), listening));
  if (!answer) return;
  showFound(answer, question);
  if (answer.sites.length > 0) showArrangement(arrangementOf(titleOnMap('Best'), question, answer.sites));
  speak(
    answer.sites.length > 0 ? `Found: ${answer.sites.map(({name}) => name).join(', ')}. ${answer.proof}` : answer.proof,
  );
}

/** Which buildings? A wish in a planner’s words, an answer with its proof, and its reasons. */
export function SearchPanel() {
  const question = useView((view) => view.question);
  const {wish, answer, asked} = useView((view) => view.search);
  const services = useMirror((mirror) => mirror.plan.service);
  const running = useWork(({jobs}) => jobs.find(({label}) => label === SEARCHING || label === COMPARING));
  const demands = demandsMade(wish);
  if (!question) return <p className="quiet">Bring a place and its sites first: a search chooses among them.</p>;
  const service = services.get(question.service)?.name.toLowerCase() ?? question.service;
  const goal = GOALS.find(({name}) => name === wish.goal)!;
  const timed = isTimed(wish);

  return (
    <form
      className="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        void search(question, wish);
      }}
    >
      <p className="small">
        Where should <strong>{service}</strong> be, {travelPhrase(question)}
        {timed && <>, within {question.within} minutes</>}?
      </p>
      <fieldset className="goals">
        <legend>What is best</legend>
        {GOALS.map(({name, title, means}) => (
          <label key={name} className="goal">
            <input
              type="radio"
              name="goal"
              value={name}
              checked={wish.goal === name}
              onChange={() => wishFor({goal: name})}
            />
            <span>
              {title}
              <span className="quiet small">{means}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {goal.name !== 'everyone' && (
        <NumberBox
          label={goal.name === 'close' ? 'Sites to close' : wish.keep ? 'New sites' : 'Sites in all'}
          value={wish.howMany}
          minValue={1}
          maxValue={500}
          onChange={(howMany) => wishFor({howMany: Math.round(howMany)})}
        />
      )}
      {goal.name !== 'close' && (
        <label className="check">
          <input type="checkbox" checked={wish.keep} onChange={(event) => wishFor({keep: event.target.checked})} />
          Keep the sites that offer it now
        </label>
      )}
      <Segments
        label="Who counts"
        choices={[
          {name: 'residents', title: 'Everyone alike'},
          {name: 'most-deprived', title: 'Most deprived × 2.5'},
        ]}
        chosen={wish.weights}
        onChoose={(weights) => wishFor({weights})}
      />
      <details className="search-more">
        <summary>Further demands{demands > 0 && <span className="quiet number"> {demands} made</span>}</summary>
        <SearchDemands wish={wish} within={question.within} />
      </details>
      <label className="check">
        <input type="checkbox" checked={wish.others} onChange={(event) => wishFor({others: event.target.checked})} />
        The next two and the most different answer as well
      </label>
      {running ? (
        <SearchGap job={running} />
      ) : (
        <div className="row">
          <Button type="submit" look="strong" icon={<Radar size={14} />}>
            Search
          </Button>
        </div>
      )}
      {answer && asked && !running && <SearchFound answer={answer} question={asked} wish={wish} />}
      {answer && asked && answer.objective !== null && (
        <SearchTradeoffs question={asked} wish={wish} busy={running !== undefined} />
      )}
    </form>
  );
}
