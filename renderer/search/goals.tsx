import type {SearchGoal, SearchWish} from '../state/search-view.ts';
import {wishFor} from '../state/view.ts';
import {problemFor} from './asked.ts';

const GOALS: readonly {name: SearchGoal; title: string}[] = [
  {name: 'shortest', title: 'Shortest journeys'},
  {name: 'most-people', title: 'Most people within the minutes'},
  {name: 'everyone', title: 'Everyone within the minutes'},
  {name: 'fairest', title: 'Shortest longest journey'},
  {name: 'apart', title: 'Furthest apart'},
  {name: 'close', title: 'Close with least harm'},
];

/** What each question makes best, and its name in location science. */
const MEANS: Record<ReturnType<typeof problemFor>, {means: string; term: string}> = {
  'p-median': {means: 'least travel in all', term: 'p-median'},
  'kn-p-median': {means: 'least travel in all, nearest sites first', term: 'k-nearest p-median'},
  'capacitated-p-median': {means: 'least travel, where there is room', term: 'capacitated p-median'},
  mclp: {means: 'greatest cover', term: 'maximal covering'},
  bacop2: {means: 'greatest cover, a second site counting too', term: 'backup covering, BACOP2'},
  lscp: {means: 'fewest sites that do it', term: 'set covering'},
  'lscp-b': {means: 'fewest sites, most areas covered twice', term: 'set covering with backup'},
  bacop1: {means: 'most people covered twice', term: 'backup covering, BACOP1'},
  clscp: {means: 'fewest sites with room for all', term: 'capacitated set covering'},
  'p-centre': {means: 'best for whoever is worst off', term: 'p-centre'},
  'p-dispersion': {means: 'as the crow flies', term: 'p-dispersion'},
};

/** What is to be best, in a planner’s words; the field’s own word beside. */
export function Goals({wish}: {wish: SearchWish}) {
  return (
    <fieldset className="goals">
      <legend>What is best</legend>
      {GOALS.map(({name, title}) => {
        const {means, term} = MEANS[problemFor({...wish, goal: name})];
        return (
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
              <span className="quiet small">
                {means} ({term})
              </span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
