import {Radar} from 'lucide-react';
import {useEffect, useRef, useState} from 'react';
import {useAnswer} from '../answers.ts';
import {attempt} from '../attempt.ts';
import {ask} from '../bridge.ts';
import type {AskedQuestion} from '../contract.ts';
import {Button} from '../parts/button.tsx';
import {NumberBox} from '../parts/field.tsx';
import {isCounted, searchAsked} from '../search/asked.ts';
import {askedBefore, rememberSearch} from '../search/asked-before.ts';
import {Demands} from '../search/demands.tsx';
import {Earlier} from '../search/earlier.tsx';
import {bestOf, SearchFound} from '../search/found.tsx';
import {enough, SearchGap} from '../search/gap.tsx';
import {Goals} from '../search/goals.tsx';
import {OnMap} from '../search/on-map.tsx';
import {searchSentence} from '../search/sentence.ts';
import {arrangementOf} from '../search/shown.ts';
import {COMPARING, SearchTradeoffs} from '../search/tradeoffs.tsx';
import {WhoCounts} from '../search/who-counts.tsx';
import {mirror, useMirror} from '../state/plan.ts';
import type {Searched, SearchWish} from '../state/search-view.ts';
import {changeQuestion, showArrangement, showFound, speak, useView, wishFor} from '../state/view.ts';
import {useWork} from '../state/work.ts';

const SEARCHING = 'Searching for sites';

/** Which buildings? A wish in a planner’s words, an answer with its proof, and its reasons. */
export function SearchPanel() {
  const question = useView((view) => view.question);
  if (!question) return <p className="quiet">Bring a place and its sites first: a search chooses among them.</p>;
  return <SearchForm question={question} />;
}

function SearchForm({question}: {question: AskedQuestion}) {
  const {wish, answer, asked} = useView((view) => view.search);
  const plan = useMirror((each) => each.plan);
  const project = useMirror(({state}) => state?.open?.id ?? '');
  const [earlier, setEarlier] = useState(() => askedBefore(project));
  const [refusal, setRefusal] = useState<string | null>(null);
  const [fresh, setFresh] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  // What was found stands below all that was asked: it comes into sight once, and not again when it is only looked at.
  useEffect(() => {
    if (!fresh) return;
    place.current?.scrollIntoView({block: 'start'});
    setFresh(false);
  }, [fresh]);
  const running = useWork(({jobs}) => jobs.find(({label}) => label === SEARCHING || label === COMPARING));
  const {value: choices} = useAnswer('search.choices', choicesAsked(question, wish));
  const closes = wish.goal === 'close';

  async function search(said: Searched): Promise<void> {
    showArrangement(null);
    setRefusal(null);
    const found = await attempt(
      SEARCHING,
      (listening) => ask('search.sites', searchAsked(said.question, said.wish), listening),
      {keep: enough, refused: setRefusal},
    );
    if (!found) return;
    showFound(found, said);
    if (found.sites.length > 0) showArrangement(arrangementOf(said, bestOf(found)));
    const names = found.sites.filter(({isNew}) => isNew).map(({name}) => name);
    speak(names.length > 0 ? `Found: ${names.join(', ')}. ${found.proof}` : found.proof);
    const proof = found.objective === null ? 'Nothing does all of that.' : found.proof;
    setFresh(true);
    setEarlier(rememberSearch(mirror().state?.open?.id ?? '', {...said, proof}));
  }

  /** A search as it was asked before, or with one demand given way: the question above follows. */
  function takeUp(next: Searched): void {
    changeQuestion(next.question);
    wishFor(next.wish);
  }

  return (
    <form
      className="search-form"
      onSubmit={(event) => {
        event.preventDefault();
        void search({question, wish});
      }}
    >
      <p className="search-sentence">{searchSentence({question, wish}, plan)}</p>
      <Goals wish={wish} />
      {isCounted(wish) && (
        <NumberBox
          label={closes ? 'Sites to close' : wish.keep ? 'New sites' : 'Sites in all'}
          value={wish.howMany}
          minValue={0}
          maxValue={5000}
          onChange={(howMany) => wishFor({howMany: Math.round(howMany)})}
        />
      )}
      {!closes && (
        <label className="check">
          <input type="checkbox" checked={wish.keep} onChange={(event) => wishFor({keep: event.target.checked})} />
          Keep the sites that offer it now
        </label>
      )}
      <WhoCounts wish={wish} choices={choices} />
      <Demands wish={wish} question={question} choices={choices} />
      <div className="row">
        <Button type="submit" look="strong" isDisabled={running !== undefined} icon={<Radar size={14} />}>
          Search
        </Button>
      </div>
      {refusal && (
        <p className="field-problem small" role="alert">
          {refusal}
        </p>
      )}
      {answer && asked && !running && (
        <div ref={place}>
          {JSON.stringify(asked) !== JSON.stringify({question, wish}) && (
            <p className="search-old quiet small">{searchSentence(asked, plan)}</p>
          )}
          <SearchFound
            answer={answer}
            asked={asked}
            onTake={(next) => {
              takeUp(next);
              void search(next);
            }}
          />
        </div>
      )}
      {answer && asked && answer.objective !== null && <SearchTradeoffs asked={asked} busy={running !== undefined} />}
      {!running && <Earlier all={earlier} onTake={takeUp} />}
      {running ? <SearchGap job={running} /> : <OnMap />}
    </form>
  );
}

function choicesAsked({service, option}: AskedQuestion, {goal, among}: SearchWish) {
  const from = goal === 'close' ? ('offering' as const) : among;
  return {service, among: from, ...(option === undefined ? {} : {option})};
}
